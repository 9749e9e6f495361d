package com.qliento.contact;

import com.qliento.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What WhatsApp says of somebody who has another number or user id: they are who they were, whoever had the number
 * before them is not. It may be told twice, late and in any order.
 */
@Component
class Moves {

    /** What comes from the new number may come before WhatsApp says whose it is. */
    private static final Duration SOONER = Duration.ofMinutes(5);

    private static final Duration DELIVERED_FOR = Duration.ofDays(8);

    private final Vault vault;
    private final Sightings sightings;

    Moves(Vault vault, Sightings sightings) {
        this.vault = vault;
        this.sightings = sightings;
    }

    /** The contact of this sender, who has what the move says from now on. */
    ContactId move(Ledger ledger, Identities sender, Move told) {
        // A time in the future, or one before all that Meta delivers again, is not believed.
        boolean believed =
                !told.at().isAfter(ledger.at()) && told.at().isAfter(ledger.at().minus(DELIVERED_FOR));
        var move = believed ? told : new Move(told.phone(), told.userId(), told.parentId(), ledger.at());
        var before = Seen.of(vault, ledger.channel(), sender, move.at());
        var now = Seen.of(vault, ledger.channel(), move.to(), move.at());
        var known = sightings.known(ledger, before);
        var who = known != null ? known : sightings.known(ledger, new Seen(now.ids(), now.phone(), ledger.at()));
        if (who == null) {
            who = sightings.make(ledger, sender, before);
        }
        who = join(
                ledger, who, now, believed ? move.at().minus(SOONER) : move.at().minus(DELIVERED_FOR));
        addUnknown(ledger, who, before);
        note(ledger, who, before, now, move);
        ledger.moved(who);
        return who;
    }

    /** Whoever turned up with the new number or id since is this person; who had the number before that is not. */
    private static ContactId join(Ledger ledger, ContactId person, Seen now, Instant since) {
        var who = person;
        for (var key : now.keys()) {
            var owner = ledger.owner(key);
            if (owner == null) {
                ledger.add(Map.of(key, new Owned(who, now.written(), null)));
            } else if (!owner.contact().equals(who)) {
                if (key.isPhone() && (owner.since() == null || owner.since().isBefore(since))) {
                    ledger.take(key, owner.contact(), new Owned(who, now.written(), null));
                } else {
                    who = ledger.merge(who, owner.contact());
                }
            }
        }
        return who;
    }

    private static void addUnknown(Ledger ledger, ContactId who, Seen before) {
        var missing = new HashMap<IdentityKey, Owned>();
        before.keys().stream()
                .filter(key -> ledger.owner(key) == null)
                .forEach(key -> missing.put(key, new Owned(who, null, null)));
        ledger.add(missing);
    }

    /**
     * Notes who the contact is from now on, and that they left what they were. A change that came before one that is
     * known already changes no address.
     */
    private void note(Ledger ledger, ContactId who, Seen before, Seen now, Move move) {
        var kinds = now.keys().stream().map(IdentityKey::kind).toList();
        var gone = before.keys().stream()
                .filter(key -> kinds.contains(key.kind()) && !now.keys().contains(key))
                .filter(key -> isOf(ledger, who, key))
                .toList();
        boolean news = now.keys().stream()
                .map(ledger::owner)
                .noneMatch(owner -> owner != null && owner.left() && !owner.leftBefore(move.at()));
        var address = news ? move.to() : addressOf(ledger, who, gone);
        if (news) {
            now.keys().forEach(key -> stays(ledger, who, key));
            ledger.of(who).forEach((key, owner) -> {
                if (isOutdated(key, owner, now)) {
                    leaves(ledger, who, key, move.at());
                }
            });
        }
        // Without another address they came back to the one before.
        if (address != null) {
            gone.forEach(key -> leaves(ledger, who, key, move.at()));
            if (address.phone() != null || !isAtANumber(ledger, who)) {
                ledger.contacts().readdress(ledger.channel().organisation(), who, address);
            }
        }
    }

    /** Of somebody with another number: numbers before it, and ids if nothing is said of them, for they change with it. */
    private static boolean isOutdated(IdentityKey key, Owned owner, Seen now) {
        boolean concerned = now.phone() != null && (key.isPhone() || now.ids().isEmpty());
        return concerned && !now.keys().contains(key) && !owner.left() && !owner.after(now.written());
    }

    private static boolean isOf(Ledger ledger, ContactId who, IdentityKey key) {
        var owner = ledger.owner(key);
        return owner != null && owner.contact().equals(who);
    }

    private static void stays(Ledger ledger, ContactId who, IdentityKey key) {
        var owner = ledger.owner(key);
        if (owner != null && owner.left()) {
            ledger.put(key, new Owned(who, owner.since(), null));
        }
    }

    private static void leaves(Ledger ledger, ContactId who, IdentityKey key, Instant at) {
        var owner = ledger.of(who).get(key);
        if (owner != null && (owner.leftAt() == null || owner.leftBefore(at))) {
            ledger.put(key, new Owned(who, owner.since(), at));
        }
    }

    /** Whether they are written to at a number that is theirs. */
    private static boolean isAtANumber(Ledger ledger, ContactId who) {
        var all = ledger.of(who);
        return ledger.contacts().addressKeys(ledger.channel(), who).stream()
                .filter(IdentityKey::isPhone)
                .map(all::get)
                .anyMatch(owner -> owner != null && !owner.left());
    }

    /** Of the contact and those merged into it, the address that is theirs and none of these; null without one. */
    private @Nullable Identities addressOf(Ledger ledger, ContactId who, Collection<IdentityKey> gone) {
        var all = new ArrayList<>(List.of(who));
        all.addAll(ledger.contacts().mergedInto(who));
        var theirs = ledger.of(who);
        return all.stream()
                .flatMap(one -> ledger.contacts().person(ledger.channel().organisation(), one).stream())
                .map(person -> new Identities(person.phone(), person.userId(), null, null))
                .filter(Identities::anybody)
                .filter(one -> IdentityKey.of(vault, ledger.channel(), one).stream()
                        .allMatch(key -> {
                            var owner = theirs.get(key);
                            return owner != null && !owner.left() && !gone.contains(key);
                        }))
                .findFirst()
                .orElse(null);
    }
}
