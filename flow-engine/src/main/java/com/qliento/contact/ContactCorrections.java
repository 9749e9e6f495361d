package com.qliento.contact;

import com.qliento.channel.Channel;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalCorrection.Outcome;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names and numbers corrected. A number that is not theirs leads to them no more, also nothing of it that comes late: it
 * may be another person's. Two people never become one by a correction.
 */
@Component
class ContactCorrections {

    /** As E.164 has it: the country first, 15 digits at most. */
    private static final Pattern NUMBER = Pattern.compile("\\+?(?<digits>[1-9]\\d{6,14})");

    private static final int LONGEST_NAME = 200;

    private final Ledger.Books books;
    private final Channels channels;
    private final Vault vault;
    private final Clock clock;

    ContactCorrections(Ledger.Books books, Channels channels, Vault vault, Clock clock) {
        this.books = books;
        this.channels = channels;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<PersonalValue> look(Family family, PersonalField field) {
        return books.contacts().person(family.organisation(), stays(family)).flatMap(person -> switch (field.kind()) {
            case NAME -> Optional.of(new PersonalValue(person.name(), ContactCorrections::name));
            case PHONE -> Optional.of(new PersonalValue(person.phone(), ContactCorrections::number));
            case ANSWER -> Optional.empty();
        });
    }

    private static Optional<String> name(String text) {
        return Optional.of(text.strip()).filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
    }

    private static Optional<String> number(String text) {
        var number = NUMBER.matcher(text);
        return number.matches() ? Optional.of(number.group("digits")) : Optional.empty();
    }

    Outcome rectify(Family family, PersonalCorrection correction) {
        return switch (correction.field().kind()) {
            case NAME -> isStill(family, Person::name, correction) ? renamed(family, correction) : Outcome.CHANGED;
            case PHONE -> numbered(family, correction);
            case ANSWER -> Outcome.NOT_KEPT;
        };
    }

    private interface Part {
        @Nullable
        String of(Person person);
    }

    /** Locks them, so that it stays so. */
    private boolean isStill(Family family, Part part, PersonalCorrection correction) {
        var contacts = books.contacts();
        contacts.lock(family.ids());
        return contacts.person(family.organisation(), stays(family))
                .filter(person -> Objects.equals(part.of(person), correction.before()))
                .isPresent();
    }

    /** Also of those who turned out to be them: it is the same name. */
    private Outcome renamed(Family family, PersonalCorrection correction) {
        having(family, Person::name, correction)
                .forEach(one -> books.contacts().correctName(family.organisation(), one, correction.after()));
        return Outcome.DONE;
    }

    private List<ContactId> having(Family family, Part part, PersonalCorrection correction) {
        return family.all().stream()
                .map(one -> new ContactId(one.value()))
                .filter(one -> books.contacts()
                        .person(family.organisation(), one)
                        .filter(person -> Objects.equals(part.of(person), correction.before()))
                        .isPresent())
                .toList();
    }

    /** Identities before contacts, as when a message comes. */
    private Outcome numbered(Family family, PersonalCorrection correction) {
        var organisation = family.organisation();
        var who = stays(family);
        var known = books.contacts().find(organisation, who).orElse(null);
        if (known == null) {
            return Outcome.NOT_KEPT;
        }
        var channel = channels.get(organisation, new ChannelId(known.channelId()));
        var key = key(organisation, correction.after());
        if (!isFree(channel, key, who)) {
            return Outcome.ANOTHERS;
        }
        if (correction.before() != null) {
            books.identities().forget(channel, key(organisation, correction.before()), who);
        }
        if (!isStill(family, Person::phone, correction)) {
            return Outcome.CHANGED;
        }
        var to = new Identities(correction.after(), null, null, null);
        having(family, Person::phone, correction)
                .forEach(one -> books.contacts().readdress(organisation, one, to));
        books.events().publishEvent(new ContactMoved(organisation, channel.id(), who));
        books.contacts().tellNodes();
        return Outcome.DONE;
    }

    /** Whether the number is theirs now: nobody's else, also of nobody who was erased. */
    private boolean isFree(Channel channel, IdentityKey key, ContactId who) {
        var now = clock.instant();
        var unused = books.identities().forgetNumbersLeftBefore(channel, Set.of(key), now.minus(Sightings.SAME_PERSON));
        var owner = books.identities().owners(channel.id(), Set.of(key)).get(key);
        if (owner != null) {
            if (owner.contact().equals(who)) {
                books.identities().put(channel, key, new Owned(who, owner.since(), null));
            }
            return owner.contact().equals(who);
        }
        return vault.suppressed(channel.organisation(), Set.of(key.value())).isEmpty()
                && books.identities().add(channel, Map.of(key, new Owned(who, now, null))) == 1;
    }

    private IdentityKey key(OrganisationId organisation, String phone) {
        return new IdentityKey(IdentityKey.PHONE, vault.index(organisation, IdentityKey.PHONE, phone));
    }

    private static ContactId stays(Family family) {
        return new ContactId(family.stays().value());
    }
}
