package com.qliento.contact;

import com.qliento.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who a message is from. A user id is one person's for good; a number is the person's who was seen with it last, so the
 * same number with a second user id is somebody else.
 */
@Component
class Sightings {

    /**
     * Meta delivers for seven days; what comes from a number later than this after its owner left it is from somebody
     * else, to whom the number was given. As long, somebody whose number changed may turn up with another user id.
     */
    static final Duration SAME_PERSON = Duration.ofDays(30);

    private final Vault vault;

    Sightings(Vault vault) {
        this.vault = vault;
    }

    /** Makes those of whom nothing is known, with one statement for all of them. */
    void makeNew(Ledger ledger, List<Identities> senders) {
        var planned = new HashSet<IdentityKey>();
        var fresh = new ArrayList<NewContact>();
        for (var sender : senders) {
            var keys = IdentityKey.of(vault, ledger.channel(), sender);
            var after = sender.move() == null
                    ? List.<IdentityKey>of()
                    : IdentityKey.of(vault, ledger.channel(), sender.move().to());
            if (anyKnown(ledger, keys) || anyKnown(ledger, after)) {
                continue;
            }
            if (keys.stream().noneMatch(planned::contains) && after.stream().noneMatch(planned::contains)) {
                fresh.add(NewContact.of(sender, keys, ledger.at()));
            }
            planned.addAll(keys);
            planned.addAll(after);
        }
        if (!fresh.isEmpty()) {
            ledger.make(fresh);
        }
    }

    private static boolean anyKnown(Ledger ledger, List<IdentityKey> keys) {
        return keys.stream().anyMatch(key -> ledger.owner(key) != null);
    }

    /** The contact of this sender, who is known from now on by all that the message says. */
    ContactId see(Ledger ledger, Identities sender) {
        var written = sender.written();
        var seen = Seen.of(
                vault,
                ledger.channel(),
                sender,
                written == null || written.isAfter(ledger.at()) ? ledger.at() : written);
        var known = known(ledger, seen);
        var who = known != null ? known : make(ledger, sender, seen);
        claim(ledger, who, seen);
        if (!ledger.isMadeFor(who) && isNow(ledger, who, seen)) {
            greet(ledger, who, sender);
        }
        return who;
    }

    /** Who this is, merged when two turn out to be one; null for somebody new. */
    @Nullable
    ContactId known(Ledger ledger, Seen seen) {
        ContactId who = null;
        for (var id : seen.ids()) {
            var owner = ledger.owner(id);
            if (owner != null) {
                who = who == null || who.equals(owner.contact()) ? owner.contact() : ledger.merge(who, owner.contact());
            }
        }
        var byPhone = seen.phone() == null ? null : ledger.owner(seen.phone());
        if (byPhone == null || byPhone.contact().equals(who)) {
            return who;
        }
        if (who == null) {
            return isAnother(ledger, byPhone, seen) ? null : byPhone.contact();
        }
        return areHalves(ledger, who, byPhone, seen) ? ledger.merge(who, byPhone.contact()) : who;
    }

    /** Whether somebody with a user id that nobody knew is not the one who had the number until now. */
    private static boolean isAnother(Ledger ledger, Owned byPhone, Seen seen) {
        if (seen.ids().isEmpty()) {
            return false;
        }
        var kinds = seen.ids().stream().map(IdentityKey::kind).toList();
        return byPhone.leftBefore(seen.written())
                || ledger.of(byPhone.contact()).entrySet().stream()
                        .filter(one -> kinds.contains(one.getKey().kind()))
                        .map(one -> one.getValue().leftAt())
                        .anyMatch(left ->
                                left == null || left.isBefore(seen.written().minus(SAME_PERSON)));
    }

    /** Whether one was known by the user id alone all the time, the other by the number alone. */
    private static boolean areHalves(Ledger ledger, ContactId byId, Owned byPhone, Seen seen) {
        return !byPhone.leftBefore(seen.written())
                && ledger.of(byId).keySet().stream().noneMatch(IdentityKey::isPhone)
                && ledger.of(byPhone.contact()).keySet().stream().allMatch(IdentityKey::isPhone)
                && !ledger.contacts().hasLostANumber(byId);
    }

    /** Somebody new, who has the number from now on if there is one. */
    ContactId make(Ledger ledger, Identities sender, Seen seen) {
        var free = seen.keys().stream().filter(key -> ledger.owner(key) == null).toList();
        var contact = NewContact.of(sender, free, ledger.at());
        ledger.make(List.of(contact));
        return Objects.requireNonNull(ledger.owner(free.get(0))).contact();
    }

    private static void claim(Ledger ledger, ContactId who, Seen seen) {
        var missing = new HashMap<IdentityKey, Owned>();
        for (var id : seen.ids()) {
            var owner = ledger.owner(id);
            if (owner == null) {
                missing.put(id, new Owned(who, seen.written(), null));
            } else if (owner.leftBefore(seen.written())) {
                ledger.put(id, new Owned(who, seen.written(), null));
            }
        }
        if (seen.phone() != null) {
            claimPhone(ledger, who, seen, seen.phone(), missing);
        }
        ledger.add(missing);
    }

    private static void claimPhone(
            Ledger ledger, ContactId who, Seen seen, IdentityKey phone, Map<IdentityKey, Owned> missing) {
        var owner = ledger.owner(phone);
        if (owner == null) {
            missing.put(phone, arrived(ledger, who, seen));
        } else if (!owner.contact().equals(who)) {
            if (!owner.after(seen.written())) {
                ledger.take(phone, owner.contact(), arrived(ledger, who, seen));
            }
        } else if (owner.leftBefore(seen.written()) && (!seen.ids().isEmpty() || isWithoutNumber(ledger, who))) {
            ledger.put(phone, arrived(ledger, who, seen));
        }
    }

    private static boolean isWithoutNumber(Ledger ledger, ContactId who) {
        return ledger.contacts().addressKeys(ledger.channel(), who).stream().noneMatch(IdentityKey::isPhone);
    }

    /** The number they have from now on, having left those before; or one they had before the one they have. */
    private static Owned arrived(Ledger ledger, ContactId who, Seen seen) {
        var others = ledger.of(who);
        others.entrySet()
                .removeIf(one -> !one.getKey().isPhone() || one.getValue().left());
        others.remove(seen.phone());
        for (var one : others.values()) {
            if (one.after(seen.written())) {
                return new Owned(who, seen.written(), one.since());
            }
        }
        others.forEach((key, one) -> ledger.put(key, new Owned(who, one.since(), seen.written())));
        return new Owned(who, seen.written(), null);
    }

    /** Whether this is how they are known now, and not what comes late from an identity they left. */
    private static boolean isNow(Ledger ledger, ContactId who, Seen seen) {
        return seen.keys().stream()
                .map(ledger::owner)
                .allMatch(owner -> owner != null && owner.contact().equals(who) && !owner.left());
    }

    /** Takes over a name that changed, and where they are reached now. */
    private static void greet(Ledger ledger, ContactId who, Identities sender) {
        var contacts = ledger.contacts();
        var organisation = ledger.channel().organisation();
        var known = contacts.person(organisation, who).orElse(null);
        if (known == null) {
            return;
        }
        if (sender.name() != null && !sender.name().equals(known.name())) {
            contacts.rename(organisation, who, sender.name());
        }
        boolean elsewhere = sender.phone() != null
                ? !sender.phone().equals(known.phone())
                : known.phone() == null
                        && sender.userId() != null
                        && !sender.userId().equals(known.userId());
        if (elsewhere) {
            contacts.readdress(organisation, who, sender);
            if (known.phone() != null || sender.phone() == null) {
                ledger.moved(who);
            }
        }
    }
}
