package com.qliento.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.call.Call;
import com.qliento.call.Calls;
import com.qliento.call.Repeat;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import com.qliento.vault.Unreadable;
import com.qliento.vault.spi.Family;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Packages of all that an organisation keeps of a person. Asked for here, made in the background on whichever node comes to
 * it, again when that one dies; whoever asked is told when one is ready. Every method is for somebody whose role allows to
 * work people's requests, else {@link Problem} (forbidden).
 */
@Component
public class AccessPackages {

    private static final ProblemType MAKING =
            new ProblemType(ProblemKind.CONFLICT, "package-being-made", "A package of this person is being made");
    private static final ProblemType NOT_READY =
            new ProblemType(ProblemKind.CONFLICT, "package-not-ready", "There is nothing to take yet");
    private static final ProblemType OVER =
            new ProblemType(ProblemKind.CONFLICT, "package-over", "The package is not there any more");
    private static final ProblemType ERASED =
            new ProblemType(ProblemKind.CONFLICT, "person-erased", "Nothing is kept of this person any more");

    /** What is not made by then is told as failed. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final PackageStore store;
    private final PackagePieces pieces;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Asking asking;

    /** How packages are asked for, of whom, and when. */
    @Component
    record Asking(Calls calls, Channels channels, Audit audit, JdbcOperations jdbc, Clock clock) {}

    AccessPackages(
            PackageStore store, PackagePieces pieces, Contacts contacts, OrganisationScope scope, Asking asking) {
        this.store = store;
        this.pieces = pieces;
        this.contacts = contacts;
        this.scope = scope;
        this.asking = asking;
    }

    /**
     * Asks for a package of this person; of one who was merged into another, of both. Throws {@link Problem} when the
     * organisation knows nobody of this id, when nothing of them can be read any more, and while one is being made, which it
     * names.
     *
     * @param language of what in it is for people; English for any but Spanish and Portuguese
     */
    public AccessPackage ask(Actor actor, ContactId contact, Locale language) {
        actor.require(Permission.WORK_CASES);
        var organisation = actor.organisation();
        return scope.in(organisation, () -> {
            var family = contacts.family(organisation, contact)
                    .orElseThrow(() -> Problem.notFound("contact", contact.value()));
            requireReadable(organisation, family);
            var stays = family.stays().value();
            var now = asking.clock().instant();
            var id = TimeOrderedId.at(now);
            var wanted = new AccessPackage(
                    id,
                    stays,
                    language.getLanguage(),
                    AccessPackage.State.MAKING,
                    actor.name(),
                    now,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0);
            if (!store.insert(organisation, wanted)) {
                throw making(organisation, stays);
            }
            queue(organisation, wanted);
            asking.audit().note(actor.did(AuditAction.PACKAGE_ASKED_FOR, id.toString()));
            return wanted;
        });
    }

    private void requireReadable(OrganisationId organisation, Family family) {
        boolean erased = family.all().stream()
                .map(one -> contacts.find(organisation, new ContactId(one.value())))
                .flatMap(Optional::stream)
                .allMatch(one -> Unreadable.Reason.ERASED.word().equals(one.unreadable()));
        if (erased) {
            throw ERASED.because("This person was erased. There is nothing left to put together.");
        }
    }

    private Problem making(OrganisationId organisation, UUID contact) {
        var problem =
                MAKING.because("Wait for the one that is being made: it holds the same. Then ask again if you must.");
        return store.making(organisation, contact)
                .map(other -> problem.with("package", other.id().toString()))
                .orElse(problem);
    }

    private void queue(OrganisationId organisation, AccessPackage wanted) {
        var request =
                JsonNodeFactory.instance.objectNode().put("package", wanted.id().toString());
        var trip = new RoundTrip();
        asking.calls()
                .ask(
                        trip,
                        List.of(new Call(
                                wanted.id(),
                                Call.Caller.feature(organisation, "access"),
                                PackageCallee.KIND,
                                "data-packages",
                                request,
                                Repeat.AGAIN,
                                wanted.askedAt().plus(LONGEST))));
        trip.run(asking.jdbc());
    }

    /** One package; throws {@link Problem} (not found) when the organisation has none such. */
    public AccessPackage get(Actor actor, UUID id) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("package", id));
    }

    /** A page of them, the newest first, after this one; null begins. */
    public List<AccessPackage> page(Actor actor, @Nullable UUID after, int size) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.page(actor.organisation(), after, size));
    }

    /** Some of them, the newest first. */
    public List<AccessPackage> slice(Actor actor, Slice slice) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.slice(actor.organisation(), slice));
    }

    /** Whom the organisation knows by this number: one on each of its numbers that they wrote to. */
    public List<ContactId> withPhone(Actor actor, String phone) {
        actor.require(Permission.WORK_CASES);
        var digits = phone.replaceAll("\\D", "").replaceFirst("^00", "");
        return scope.in(actor.organisation(), () -> asking.channels().of(actor.organisation()).stream()
                .flatMap(channel -> contacts.withPhone(channel, digits).stream())
                .distinct()
                .toList());
    }

    /** How colleagues call these people; of whom nothing can be read any more there is none. */
    public Map<UUID, String> names(Actor actor, Collection<UUID> people) {
        actor.require(Permission.WORK_CASES);
        var names = new HashMap<UUID, String>();
        scope.in(
                        actor.organisation(),
                        () -> contacts.people(
                                actor.organisation(),
                                people.stream().map(ContactId::new).toList()))
                .forEach((contact, person) -> {
                    if (person.shown() != null) {
                        names.put(contact.value(), person.shown());
                    }
                });
        return names;
    }

    /** How many there are, also of those that are over. */
    public int count(Actor actor) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> store.count(actor.organisation()));
    }

    /**
     * Hands out the package, piece by piece, and notes before the first that this person took it. Throws {@link Problem}
     * when it is not ready, or over.
     */
    public void take(Actor actor, UUID id, Consumer<byte[]> piece) {
        noteTaken(actor, id);
        try {
            pieces.open(actor.organisation(), id, piece);
        } catch (Unreadable gone) {
            throw OVER.because("Its key is destroyed or lost. Ask for another one.");
        }
    }

    private void noteTaken(Actor actor, UUID id) {
        var now = asking.clock().instant();
        var unused = requireReady(get(actor, id), now);
        asking.audit()
                .run(
                        actor.did(AuditAction.PACKAGE_TAKEN, id.toString()),
                        () -> store.taken(actor.organisation(), id, TimeOrderedId.at(now), actor.name(), now));
    }

    /**
     * What of the package the person provided themselves, to be read and closed; that it was taken is noted before. Throws
     * {@link Problem} as {@link #take}, and for one that was made before there was such a thing.
     */
    public InputStream portable(Actor actor, UUID id) throws IOException {
        noteTaken(actor, id);
        try {
            var zip = new ZipInputStream(pieces.stream(actor.organisation(), id), StandardCharsets.UTF_8);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Portable.FILE)) {
                    return zip;
                }
            }
        } catch (Unreadable gone) {
            throw OVER.because("Its key is destroyed or lost. Ask for another one.");
        }
        throw Problem.notFound(
                "This package was made by an earlier version, which put no portable.json into it. Ask for"
                        + " another one.");
    }

    /** Throws {@link Problem} unless it can be taken now. */
    static Instant requireReady(AccessPackage found, Instant now) {
        if (found.state() == AccessPackage.State.MAKING || found.state() == AccessPackage.State.FAILED) {
            throw NOT_READY.because(
                    found.state() == AccessPackage.State.MAKING
                            ? "It is being put together. Look again in a little while."
                            : "It could not be made. Ask for another one.");
        }
        var ends = found.endsAt();
        if (found.state() == AccessPackage.State.OVER || ends == null || !now.isBefore(ends)) {
            throw OVER.because("Its time is over, or somebody ended it. Ask for another one.");
        }
        return ends;
    }

    /** Ends a package before its time: its key is destroyed, and nobody can take it any more. Nothing when it is over. */
    public void end(Actor actor, UUID id) {
        var unused = get(actor, id);
        scope.run(actor.organisation(), () -> asking.audit().note(actor.did(AuditAction.PACKAGE_ENDED, id.toString())));
        pieces.end(actor.organisation(), id);
    }
}
