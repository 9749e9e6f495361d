package com.qliento.contact;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.vault.Vault;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people an organisation knows, for those who work there. */
@Component
public class ContactBook {

    /** So many names are opened for one search: they lie sealed, and nothing of them can be looked up by parts. */
    static final int MOST_NAMES = 5_000;

    private static final int BATCH = 500;
    private static final int MOST_FOUND = 200;
    private static final Pattern NUMBER = Pattern.compile("[+]?[0-9 ().-]{5,25}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;

    private final ContactStore store;
    private final NotesStore notes;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Where where;

    /** Where people are known from, and who opens their names. */
    @Component
    record Where(Channels channels, Vault vault) {}

    ContactBook(ContactStore store, NotesStore notes, Contacts contacts, OrganisationScope scope, Where where) {
        this.store = store;
        this.notes = notes;
        this.contacts = contacts;
        this.scope = scope;
        this.where = where;
    }

    /** What was looked through. */
    public enum How {
        /** Everybody, by the whole number. */
        NUMBER,
        /** Everybody, by id. */
        ID,
        /** Everybody, by parts of names. */
        NAME,
        /** Only those who came last, by parts of names: there are more people than names are opened for one search. */
        SOME_NAMES
    }

    /**
     * Whom a search found.
     *
     * @param people the newest first, 200 at most
     * @param looked of how many people the names were opened; 0 for none
     */
    public record Found(List<ContactSummary> people, How how, int looked) {

        @Override
        public String toString() {
            return "Found[" + people.size() + "]";
        }
    }

    /**
     * A person.
     *
     * @param contact as they are known now
     * @param channel the number of the organisation that they wrote to; empty when it is not connected any more
     * @param merged how many others turned out to be them
     */
    public record Known(ContactSummary contact, String channel, int merged, ContactNotes notes) {

        @Override
        public String toString() {
            return "Known[" + contact.id() + "]";
        }
    }

    /** How many people there are. */
    public int count(Actor actor) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> store.count(actor.organisation()));
    }

    /** Some of them, the newest first. */
    public List<ContactSummary> slice(Actor actor, Slice slice) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return scope.in(actor.organisation(), () -> store.slice(actor.organisation(), slice.offset(), slice.size()));
    }

    /**
     * Finds people by a whole number, however it is written, by an id, or by part of a name. Numbers are looked up by their
     * blind index; names lie sealed, so those of the latest people are opened, {@link #MOST_NAMES} at most.
     */
    public Found search(Actor actor, String words) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var said = words.strip();
        var organisation = actor.organisation();
        var id = id(said);
        if (id != null) {
            var found = scope.in(organisation, () -> stays(organisation, new ContactId(id)));
            return new Found(found.stream().toList(), How.ID, 0);
        }
        return NUMBER.matcher(said).matches()
                ? new Found(withNumber(organisation, said), How.NUMBER, 0)
                : named(organisation, plain(said));
    }

    private static @Nullable UUID id(String said) {
        try {
            return said.length() == 36 ? UUID.fromString(said) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private Optional<ContactSummary> stays(OrganisationId organisation, ContactId contact) {
        return store.stays(contact).flatMap(stays -> store.find(organisation, stays));
    }

    private List<ContactSummary> withNumber(OrganisationId organisation, String written) {
        var digits = written.replaceAll("\\D", "").replaceFirst("^00", "");
        return scope.in(organisation, () -> where.channels().of(organisation).stream()
                .flatMap(channel -> contacts.withPhone(channel, digits).stream())
                .distinct()
                .flatMap(contact -> store.find(organisation, contact).stream())
                .toList());
    }

    private Found named(OrganisationId organisation, String part) {
        var found = new ArrayList<ContactSummary>();
        int looked = 0;
        List<ContactSummary> batch;
        do {
            int offset = looked;
            batch = scope.in(organisation, () -> {
                var ids = store.latest(organisation, offset, BATCH);
                // Reads the keys of all of them with one statement.
                var unused = where.vault()
                        .erased(
                                organisation,
                                ids.stream().map(ContactId::subject).toList());
                return store.slice(organisation, offset, BATCH);
            });
            looked += batch.size();
            batch.stream()
                    .filter(one -> one.name() != null && plain(one.name()).contains(part))
                    .limit(MOST_FOUND - (long) found.size())
                    .forEach(found::add);
        } while (batch.size() == BATCH && looked < MOST_NAMES && found.size() < MOST_FOUND);
        boolean all = batch.size() < BATCH;
        return new Found(List.copyOf(found), all ? How.NAME : How.SOME_NAMES, looked);
    }

    /** Without capitals and accents. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** One person, by any of their ids; throws {@link Problem} (not found) when there is none such. */
    public Known get(Actor actor, ContactId contact) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var organisation = actor.organisation();
        return scope.in(organisation, () -> {
            var found = stays(organisation, contact).orElseThrow(() -> Problem.notFound("contact", contact.value()));
            return new Known(
                    found,
                    channel(organisation, found),
                    store.mergedInto(new ContactId(found.id())).size(),
                    notes.of(organisation, found.id()));
        });
    }

    private String channel(OrganisationId organisation, ContactSummary contact) {
        return where.channels().of(organisation).stream()
                .filter(channel -> channel.id().value().equals(contact.channelId()))
                .map(Channel::displayNumber)
                .findFirst()
                .orElse("");
    }

    /**
     * Replaces what colleagues are to know of a person. Throws {@link Problem} (not found) when there is none such, and
     * (invalid) for a language that is none, and for more or longer words than are kept.
     */
    public void note(Actor actor, ContactId contact, ContactNotes wanted) {
        actor.require(Permission.RECORD_CONSENT);
        check(wanted);
        var organisation = actor.organisation();
        scope.run(organisation, () -> {
            var stays = store.stays(contact).orElseThrow(() -> Problem.notFound("contact", contact.value()));
            notes.save(organisation, stays, wanted);
        });
    }

    private static void check(ContactNotes wanted) {
        if (wanted.language() != null && !LANGUAGE.matcher(wanted.language()).matches()) {
            throw Problem.invalid(
                    "language", "A language is a tag such as 'es' or 'pt-BR'. Leave it out if it is not known.");
        }
        boolean fits = wanted.tags().size() <= MOST_TAGS
                && wanted.tags().stream().allMatch(tag -> !tag.isBlank() && tag.length() <= LONGEST_TAG);
        if (!fits) {
            throw Problem.invalid(
                    "contactTags", "At most " + MOST_TAGS + " tags, each of 1 to " + LONGEST_TAG + " characters.");
        }
        if (wanted.notes().length() > ContactNotes.LONGEST) {
            throw Problem.invalid("notes", "Notes have at most " + ContactNotes.LONGEST + " characters.");
        }
    }
}
