package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Vault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever was erased stays so: what they wrote before it comes late at times, since WhatsApp delivers for seven days. Asked
 * only about those whom nobody knows, or knows for a shorter time than what they wrote is old.
 */
final class Suppressed {

    private final Vault vault;

    Suppressed(Vault vault) {
        this.vault = vault;
    }

    /** Those who did not write before they were erased. */
    List<Unknown> ofNow(Ledger ledger, List<Unknown> all) {
        var asked = all.stream().filter(one -> isNews(ledger, one)).toList();
        if (asked.isEmpty()) {
            return all;
        }
        var erased = vault.suppressed(
                ledger.channel().organisation(),
                asked.stream()
                        .flatMap(one -> one.keys().stream())
                        .map(IdentityKey::value)
                        .distinct()
                        .toList());
        return erased.isEmpty()
                ? all
                : all.stream()
                        .filter(one -> !asked.contains(one) || !isLate(one, erased))
                        .toList();
    }

    /** Whether somebody was erased who was known by one of these. */
    boolean any(Channel channel, Collection<IdentityKey> keys) {
        return !vault.suppressed(
                        channel.organisation(),
                        keys.stream().map(IdentityKey::value).toList())
                .isEmpty();
    }

    private static boolean isNews(Ledger ledger, Unknown one) {
        return one.keys().stream().anyMatch(key -> {
            var owner = ledger.owner(key);
            return owner == null || isBefore(one.sender().written(), owner.since());
        });
    }

    private static boolean isBefore(@Nullable Instant written, @Nullable Instant since) {
        return written != null && since != null && written.isBefore(since);
    }

    private static boolean isLate(Unknown one, Map<BlindIndex, Instant> erased) {
        var written = one.sender().written();
        return written != null
                && one.keys().stream()
                        .map(key -> erased.get(key.value()))
                        .anyMatch(at -> at != null && !written.isAfter(at));
    }
}
