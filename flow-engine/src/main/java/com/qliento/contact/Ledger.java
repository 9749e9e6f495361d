package com.qliento.contact;

import com.qliento.channel.Channel;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whose the identities of one transaction are, as they are read and as they change: what changes here changes the rows,
 * and whoever holds something of the people concerned is told.
 */
final class Ledger {

    /** Where it is kept and who is told. */
    @Component
    record Books(IdentityStore identities, ContactStore contacts, ApplicationEventPublisher events) {}

    private final Books books;
    private final Channel channel;
    private final Instant at;
    private final Map<IdentityKey, Owned> owned = new HashMap<>();
    private final Map<ContactId, ContactId> merged = new HashMap<>();
    private final Set<IdentityKey> taken = new HashSet<>();
    private final Set<ContactId> fresh = new HashSet<>();
    private boolean changed;

    Ledger(Books books, Channel channel, Instant at) {
        this.books = books;
        this.channel = channel;
        this.at = at;
    }

    Channel channel() {
        return channel;
    }

    Instant at() {
        return at;
    }

    ContactStore contacts() {
        return books.contacts();
    }

    void know(Map<IdentityKey, Owned> owners) {
        owned.putAll(owners);
    }

    @Nullable
    Owned owner(IdentityKey key) {
        return owned.get(key);
    }

    /** All that leads to this contact. */
    Map<IdentityKey, Owned> of(ContactId contact) {
        return books.identities().of(contact);
    }

    /** Whether the contact was made for the sender that is asked about: true once, for the first who is. */
    boolean isMadeFor(ContactId contact) {
        return fresh.remove(contact);
    }

    /** Whether other rows changed than those of somebody new: what is remembered elsewhere may be wrong. */
    boolean changed() {
        return changed;
    }

    /** Whether one of these went from one person to another. */
    boolean anyTaken(Collection<IdentityKey> keys) {
        return !Collections.disjoint(taken, keys);
    }

    /** The contact, or the one that it turned out to be in this transaction. */
    ContactId last(ContactId contact) {
        var last = contact;
        for (var next = merged.get(last); next != null; next = merged.get(last)) {
            last = next;
        }
        return last;
    }

    /** Makes these, unless another transaction was quicker; whose their identities are is known afterwards. */
    void make(List<NewContact> contacts) {
        books.contacts().insert(channel, contacts, at);
        contacts.forEach(contact -> fresh.add(contact.id()));
        var wanted = new HashMap<IdentityKey, Owned>();
        contacts.forEach(contact ->
                contact.keys().forEach(key -> wanted.put(key, new Owned(contact.id(), contact.since(), null))));
        if (books.identities().add(channel, wanted) == wanted.size()) {
            owned.putAll(wanted);
            return;
        }
        var owners = books.identities().owners(channel.id(), wanted.keySet());
        owned.putAll(owners);
        var used = owners.values().stream().map(Owned::contact).toList();
        books.contacts()
                .delete(contacts.stream()
                        .map(NewContact::id)
                        .filter(id -> !used.contains(id))
                        .toList());
    }

    /** Adds what nobody had. */
    void add(Map<IdentityKey, Owned> missing) {
        if (!missing.isEmpty()) {
            books.identities().add(channel, missing);
            owned.putAll(missing);
        }
    }

    /** Whose this is from now on; the same person's as before, or one's who gives it to nobody else. */
    void put(IdentityKey key, Owned now) {
        books.identities().put(channel, key, now);
        owned.put(key, now);
        changed = true;
    }

    /** Another person has this number from now on; who had it is not written to there any more. */
    void take(IdentityKey phone, ContactId from, Owned now) {
        put(phone, now);
        taken.add(phone);
        books.contacts().lose(channel, from, phone);
        moved(from);
    }

    /** Two turned out to be one; gives who stays, the longer known. Ids are ordered by time. */
    ContactId merge(ContactId one, ContactId other) {
        var stays = Collections.min(
                List.of(one, other), Comparator.comparing(c -> c.value().toString()));
        var went = stays.equals(one) ? other : one;
        books.identities().give(went, stays);
        books.contacts().merge(went, stays);
        merged.put(went, stays);
        fresh.remove(stays);
        owned.replaceAll(
                (key, owner) -> owner.contact().equals(went) ? new Owned(stays, owner.since(), owner.leftAt()) : owner);
        books.events().publishEvent(new ContactsMerged(channel.organisation(), channel.id(), stays, went));
        changed = true;
        return stays;
    }

    /** The contact is reached elsewhere from now on, or nowhere. */
    void moved(ContactId contact) {
        books.events().publishEvent(new ContactMoved(channel.organisation(), channel.id(), contact));
        changed = true;
    }
}
