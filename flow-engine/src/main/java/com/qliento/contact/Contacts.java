package com.qliento.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Vault;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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

    /**
     * Meta delivers for seven days; what comes from a number later than this after its owner left it is from somebody
     * else, to whom the number was given.
     */
    private static final Duration SAME_PERSON = Duration.ofDays(30);

    private static final Duration DELIVERED_FOR = Duration.ofDays(8);

    private record CacheKey(ChannelId channel, IdentityKey identity) {}

    /** A sender the cache does not know, and their place among all. */
    private record Unknown(int place, Identities sender, List<IdentityKey> keys) {}

    private record Known(ContactId contact, int nameHash) {}

    private final ContactStore store;
    private final MoveStore moves;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Cache<CacheKey, Known> cache = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Contacts(ContactStore store, MoveStore moves, Vault vault, ApplicationEventPublisher events) {
        this.store = store;
        this.moves = moves;
        this.vault = vault;
        this.events = events;
    }

    /**
     * The contacts of these senders, in their order; each sender has at least one id. New ones are made, with one
     * statement for all of them.
     */
    public List<ContactId> resolve(Channel channel, List<Identities> senders, Instant at) {
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
            var merged = new HashMap<ContactId, ContactId>();
            lookUp(channel, unknown, at, merged).forEach(found::set);
            // A later sender of the same body may have merged the contact of an earlier one.
            found.replaceAll(contact -> last(merged, contact));
        }
        return found.stream().map(Objects::requireNonNull).toList();
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

    private static @Nullable ContactId last(Map<ContactId, ContactId> merged, @Nullable ContactId contact) {
        var last = contact;
        while (last != null && merged.containsKey(last)) {
            last = merged.get(last);
        }
        return last;
    }

    private @Nullable ContactId cached(Channel channel, List<IdentityKey> keys, Identities sender) {
        ContactId contact = null;
        if (sender.move() != null) {
            return null;
        }
        for (var key : keys) {
            var known = cache.getIfPresent(new CacheKey(channel.id(), key));
            if (known == null
                    || (contact != null && !contact.equals(known.contact()))
                    || (sender.name() != null && sender.name().hashCode() != known.nameHash())) {
                return null;
            }
            contact = known.contact();
        }
        return contact;
    }

    private Map<Integer, ContactId> lookUp(
            Channel channel, List<Unknown> unknown, Instant at, Map<ContactId, ContactId> merged) {
        var all = new LinkedHashSet<IdentityKey>();
        unknown.forEach(one -> all.addAll(one.keys()));
        var owners = new HashMap<>(store.owners(channel.id(), all));
        // An erased person who writes again is somebody new: what led to them leads to nobody any more.
        var erased = erased(channel.organisation(), owners.values());
        if (!erased.isEmpty()) {
            store.forgetIdentities(erased);
            owners.values().removeAll(erased);
        }
        if (!owners.isEmpty()) {
            var others = moves.forgetLeftBefore(channel, all, at.minus(SAME_PERSON));
            owners.keySet().removeAll(others);
        }
        var before = Set.copyOf(owners.values());
        var fresh = missing(unknown, owners, at);
        if (!fresh.isEmpty()) {
            owners.putAll(store.insert(channel, fresh, at));
        }
        var result = new HashMap<Integer, ContactId>();
        for (var one : unknown) {
            var contact = connect(channel, one.keys(), owners, merged);
            if (one.sender().move() != null) {
                moved(channel, contact, one.sender(), one.sender().move(), at);
            } else if (before.contains(contact)) {
                store.rename(
                        channel.organisation(), contact, one.sender(), at, () -> moves.anyLeft(channel, one.keys()));
            }
            remember(channel, one.keys(), contact, one.sender());
            result.put(one.place(), contact);
        }
        return result;
    }

    /** Contacts to be made for those of whom no identity is known; another transaction may be quicker for some. */
    private static List<NewContact> missing(List<Unknown> unknown, Map<IdentityKey, ContactId> owners, Instant at) {
        var planned = new HashMap<IdentityKey, ContactId>();
        var fresh = new ArrayList<NewContact>();
        for (var one : unknown) {
            if (one.keys().stream().noneMatch(key -> owners.containsKey(key) || planned.containsKey(key))) {
                var contact = NewContact.of(one.sender(), one.keys(), at);
                fresh.add(contact);
                one.keys().forEach(key -> planned.put(key, contact.id()));
            }
        }
        return fresh;
    }

    /** One contact for all these identities: adds those that are new to it, merges when they lead to several. */
    private ContactId connect(
            Channel channel,
            List<IdentityKey> keys,
            Map<IdentityKey, ContactId> owners,
            Map<ContactId, ContactId> merged) {
        var contacts = new LinkedHashSet<ContactId>();
        keys.stream().map(owners::get).filter(Objects::nonNull).forEach(contacts::add);
        var stays = store.oldest(contacts);
        for (var contact : contacts) {
            if (!contact.equals(stays)) {
                store.merge(contact, stays);
                merged.put(contact, stays);
                events.publishEvent(new ContactsMerged(channel.organisation(), channel.id(), stays, contact));
                owners.replaceAll((key, owner) -> owner.equals(contact) ? stays : owner);
            }
        }
        var missing = keys.stream().filter(key -> !owners.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            store.addIdentities(channel, stays, missing);
            missing.forEach(key -> owners.put(key, stays));
        }
        return stays;
    }

    private void moved(Channel channel, ContactId contact, Identities before, Move move, Instant at) {
        // A time in the future, or one before all that Meta delivers again, is not believed.
        boolean believed = !move.at().isAfter(at) && move.at().isAfter(at.minus(DELIVERED_FOR));
        var bounded = believed ? move : new Move(move.phone(), move.userId(), move.parentId(), at);
        moves.note(channel, contact, before, bounded, at);
        events.publishEvent(new ContactMoved(channel.organisation(), channel.id(), contact));
    }

    private void remember(Channel channel, List<IdentityKey> keys, ContactId contact, Identities sender) {
        int nameHash = sender.name() == null ? 0 : sender.name().hashCode();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forEach(key -> cache.put(new CacheKey(channel.id(), key), new Known(contact, nameHash)));
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

    /** What is personal about these contacts; those whose key is destroyed are there, with nothing known. */
    public Map<ContactId, Person> people(OrganisationId organisation, Collection<ContactId> contacts) {
        return contacts.isEmpty() ? Map.of() : store.people(organisation, contacts);
    }

    /** Finds the contact of a phone number on a channel. */
    public Optional<ContactId> withPhone(Channel channel, String phone) {
        var key = new IdentityKey(IdentityKey.PHONE, vault.index(channel.organisation(), IdentityKey.PHONE, phone));
        return Optional.ofNullable(store.owners(channel.id(), Set.of(key)).get(key));
    }

    /** A page of contacts after this id, oldest first; null begins. */
    public List<ContactSummary> page(OrganisationId organisation, @Nullable UUID after, int size) {
        return store.page(organisation, after, size);
    }

    /** One contact as the REST interface shows it. */
    public Optional<ContactSummary> find(OrganisationId organisation, ContactId contact) {
        return store.find(organisation, contact);
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            cache.invalidateAll();
        }
    }
}
