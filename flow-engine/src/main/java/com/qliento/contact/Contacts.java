package com.qliento.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the contact behind a message's identities, makes new ones and merges those that turn out to be one person. All
 * methods run inside a transaction of the organisation.
 */
@Component
public class Contacts {

    private static final String TOPIC = "contact";

    private record CacheKey(ChannelId channel, IdentityKey identity) {}

    /** @param since when they were first seen with it: what was written before may have been somebody else's */
    private record Known(
            ContactId contact, int nameHash, @Nullable Instant since) {

        boolean coversWhatWasWritten(@Nullable Instant written) {
            return written == null || since == null || !written.isBefore(since);
        }
    }

    private final Ledger.Books books;
    private final ContactStore store;
    private final Sightings sightings;
    private final Moves moves;
    private final Vault vault;
    private final Suppressed suppressed;
    private final Cache<CacheKey, Known> cache = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Contacts(Ledger.Books books, Sightings sightings, Moves moves, Vault vault) {
        this.books = books;
        this.store = books.contacts();
        this.sightings = sightings;
        this.moves = moves;
        this.vault = vault;
        this.suppressed = new Suppressed(vault);
    }

    /**
     * The contacts of these senders, in their order; each sender has at least one id. New ones are made, with one
     * statement for all of them. There is none of what somebody wrote before they were erased and comes late: nothing of it
     * may be kept.
     */
    public List<Optional<ContactId>> resolve(Channel channel, List<Identities> senders, Instant at) {
        var keys = senders.stream().map(sender -> keys(channel, sender)).toList();
        var unknown = new ArrayList<Unknown>();
        var found = new ArrayList<@Nullable ContactId>();
        for (int i = 0; i < senders.size(); i++) {
            found.add(cached(channel, keys.get(i), senders.get(i)));
        }
        var erased = erased(channel.organisation(), found);
        for (int i = 0; i < senders.size(); i++) {
            var contact = found.get(i);
            if (contact == null || erased.contains(contact)) {
                found.set(i, null);
                unknown.add(new Unknown(i, senders.get(i), keys.get(i)));
            }
        }
        if (!unknown.isEmpty()) {
            var ledger = new Ledger(books, channel, at);
            lookUp(ledger, unknown).forEach(found::set);
            seeAgain(ledger, senders, keys, unknown, found);
            // A later sender of the same body may have merged the contact of an earlier one.
            found.replaceAll(contact -> contact == null ? null : ledger.last(contact));
        }
        return found.stream().map(Optional::ofNullable).toList();
    }

    /** Whether somebody was erased who was known by one of these: nobody but they themselves may begin anew with them. */
    public boolean wasErased(Channel channel, Identities who) {
        var keys = IdentityKey.of(vault, channel, who);
        return books.identities().owners(channel.id(), keys).isEmpty() && suppressed.any(channel, keys);
    }

    /**
     * The contacts of these people, in their order, as far as they are known; nobody is made one. Somebody whose ids lead to
     * two contacts, or to one that is erased, is not known.
     */
    public List<Optional<ContactId>> known(Channel channel, List<Identities> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        var keys =
                people.stream().map(one -> IdentityKey.of(vault, channel, one)).toList();
        var owners = books.identities()
                .owners(channel.id(), keys.stream().flatMap(List::stream).collect(Collectors.toSet()));
        var gone = erased(
                channel.organisation(),
                owners.values().stream().map(Owned::contact).toList());
        return keys.stream().map(some -> only(owners, gone, some)).toList();
    }

    private static Optional<ContactId> only(
            Map<IdentityKey, Owned> owners, Set<ContactId> gone, List<IdentityKey> keys) {
        var found = keys.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .filter(owned -> !owned.left())
                .map(Owned::contact)
                .distinct()
                .toList();
        return found.size() == 1 && !gone.contains(found.get(0)) ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Set<ContactId> erased(OrganisationId organisation, Collection<? extends @Nullable ContactId> contacts) {
        var subjects = contacts.stream()
                .filter(Objects::nonNull)
                .map(ContactId::subject)
                .distinct()
                .toList();
        return vault.erased(organisation, subjects).stream()
                .map(subject -> new ContactId(subject.value()))
                .collect(Collectors.toSet());
    }

    /** Of somebody who has another number or id now, both. */
    private List<IdentityKey> keys(Channel channel, Identities sender) {
        var keys = new LinkedHashSet<>(IdentityKey.of(vault, channel, sender));
        if (sender.move() != null) {
            keys.addAll(IdentityKey.of(vault, channel, sender.move().to()));
        }
        return List.copyOf(keys);
    }

    private @Nullable ContactId cached(Channel channel, List<IdentityKey> keys, Identities sender) {
        ContactId contact = null;
        if (sender.move() != null) {
            return null;
        }
        for (var key : keys) {
            var known = cache.getIfPresent(new CacheKey(channel.id(), key));
            if (known == null
                    || !known.coversWhatWasWritten(sender.written())
                    || (contact != null && !contact.equals(known.contact()))
                    || (sender.name() != null && sender.name().hashCode() != known.nameHash())) {
                return null;
            }
            contact = known.contact();
        }
        return contact;
    }

    private Map<Integer, ContactId> lookUp(Ledger ledger, List<Unknown> unknown) {
        var channel = ledger.channel();
        var all = new LinkedHashSet<IdentityKey>();
        unknown.forEach(one -> all.addAll(one.keys()));
        var owners = books.identities().owners(channel.id(), all);
        // An erased person who writes again is somebody new: what led to them leads to nobody any more.
        var erased = erased(
                channel.organisation(),
                owners.values().stream().map(Owned::contact).toList());
        if (!erased.isEmpty()) {
            books.identities().forget(erased);
            store.tellNodes();
            owners.values().removeIf(owner -> erased.contains(owner.contact()));
        }
        if (owners.values().stream().anyMatch(Owned::left)) {
            owners.keySet()
                    .removeAll(books.identities()
                            .forgetNumbersLeftBefore(channel, all, ledger.at().minus(Sightings.SAME_PERSON)));
        }
        ledger.know(owners);
        var ofNow = suppressed.ofNow(ledger, unknown);
        sightings.makeNew(ledger, ofNow.stream().map(Unknown::sender).toList());
        var result = new HashMap<Integer, ContactId>();
        for (var one : ofNow) {
            var move = one.sender().move();
            var contact = move == null ? sightings.see(ledger, one.sender()) : moves.move(ledger, one.sender(), move);
            result.put(one.place(), contact);
        }
        if (ledger.changed()) {
            store.tellNodes();
        }
        remember(ledger, ofNow, result);
        return result;
    }

    /** Whom the cache knew by a number that went to another person in the same body. */
    private void seeAgain(
            Ledger ledger,
            List<Identities> senders,
            List<List<IdentityKey>> keys,
            List<Unknown> unknown,
            List<@Nullable ContactId> found) {
        int first = unknown.get(0).place();
        var looked = unknown.stream().map(Unknown::place).collect(Collectors.toSet());
        for (int i = first + 1; i < found.size(); i++) {
            if (!looked.contains(i) && ledger.anyTaken(keys.get(i))) {
                ledger.know(books.identities().owners(ledger.channel().id(), keys.get(i)));
                found.set(i, sightings.see(ledger, senders.get(i)));
            }
        }
    }

    /** Who is found by all that their message says, and by nothing they left, is found so again without a question. */
    private void remember(Ledger ledger, List<Unknown> unknown, Map<Integer, ContactId> found) {
        var channel = ledger.channel().id();
        var known = new HashMap<CacheKey, Known>();
        for (var one : unknown) {
            var contact = ledger.last(Objects.requireNonNull(found.get(one.place())));
            var name = one.sender().name();
            boolean plain = one.keys().stream()
                    .map(ledger::owner)
                    .allMatch(owner -> owner != null && owner.contact().equals(contact) && !owner.left());
            if (plain && one.sender().move() == null) {
                one.keys()
                        .forEach(key -> known.put(
                                new CacheKey(channel, key),
                                new Known(
                                        contact,
                                        name == null ? 0 : name.hashCode(),
                                        Objects.requireNonNull(ledger.owner(key))
                                                .since())));
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (ledger.changed()) {
                    cache.invalidateAll();
                }
                cache.putAll(known);
            }
        });
    }

    /** What is personal about the contact; empty when there is no such contact or their key is destroyed. */
    public Optional<Person> person(OrganisationId organisation, ContactId contact) {
        return store.person(organisation, contact);
    }

    /** What is personal about the contact or, when it turned out to be another, about that one; empty as before. */
    public Optional<Person> personNow(OrganisationId organisation, ContactId contact) {
        return store.stays(contact).flatMap(stays -> store.person(organisation, stays));
    }

    /** The person behind this contact, with all that turned out to be them; empty when the organisation has no such contact. */
    public Optional<Family> family(OrganisationId organisation, ContactId contact) {
        return store.stays(contact)
                .map(stays -> new Family(
                        organisation,
                        Stream.concat(Stream.of(stays), store.mergedInto(stays).stream())
                                .map(ContactId::subject)
                                .toList()));
    }

    /** What is personal about these contacts; those whose key is destroyed are there, with nothing known. */
    public Map<ContactId, Person> people(OrganisationId organisation, Collection<ContactId> contacts) {
        return contacts.isEmpty() ? Map.of() : store.people(organisation, contacts);
    }

    /** Finds the contact of a phone number on a channel. */
    public Optional<ContactId> withPhone(Channel channel, String phone) {
        var key = new IdentityKey(IdentityKey.PHONE, vault.index(channel.organisation(), IdentityKey.PHONE, phone));
        return Optional.ofNullable(
                        books.identities().owners(channel.id(), Set.of(key)).get(key))
                .map(Owned::contact);
    }

    /** A page of contacts after this id, oldest first; null begins. */
    public List<ContactSummary> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return store.page(organisation, after, size);
    }

    /** One contact as the REST interface shows it. */
    public Optional<ContactSummary> find(OrganisationId organisation, ContactId contact) {
        return store.stays(contact).flatMap(stays -> store.find(organisation, contact));
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            cache.invalidateAll();
        }
    }
}
