package com.qliento.consent;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.consent.LimitStore.Kind;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.spi.Family;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What limits by law what is done with somebody's data: a restriction, for all purposes (GDPR Art. 18), and objections, for
 * one each (Art. 21). Both hold for the next step and the next message from when they commit, for all contacts that turned
 * out to be this person. Every method is for somebody whose role allows to work people's requests, else {@link Problem}
 * (forbidden); and throws {@link Problem} (not found) when there is no such contact.
 */
@Component
public class PersonLimits {

    private static final int LONGEST = 1000;

    private static final ProblemType ABSOLUTE = new ProblemType(
            ProblemKind.CONFLICT, "objection-absolute", "Only the person can take back an objection to marketing");

    private final LimitStore store;
    private final Contacts contacts;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    PersonLimits(LimitStore store, Contacts contacts, OrganisationScope scope, Audit audit, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** Restrictions of a person, the newest first, also those that were lifted. */
    public List<PersonLimit> restrictions(Actor actor, ContactId contact) {
        return all(actor, contact, Kind.RESTRICTION);
    }

    /** Objections of a person, the newest first, also those that were taken back. */
    public List<PersonLimit> objections(Actor actor, ContactId contact) {
        return all(actor, contact, Kind.OBJECTION);
    }

    private List<PersonLimit> all(Actor actor, ContactId contact, Kind kind) {
        actor.require(Permission.WORK_CASES);
        return scope.in(
                actor.organisation(),
                () -> store.of(actor.organisation(), family(actor, contact).ids(), kind));
    }

    /** From now on their data is kept and not used. One that holds already stays as it is. */
    public PersonLimit restrict(Actor actor, ContactId contact, String reason) {
        actor.require(Permission.WORK_CASES);
        return begin(actor, contact, Kind.RESTRICTION, null, reason);
    }

    /**
     * Lifts what restricts, however many there are, but for what ends with a decision ({@link #restrictApart}); the person
     * has to be told before (Art. 18(3)). Nothing when nothing does.
     */
    public void unrestrict(Actor actor, ContactId contact, String reason) {
        actor.require(Permission.WORK_CASES);
        var why = required(reason);
        scope.run(actor.organisation(), () -> {
            var family = family(actor, contact);
            store.of(actor.organisation(), family.ids(), Kind.RESTRICTION).stream()
                    .filter(limit -> limit.holds() && !limit.apart())
                    .forEach(limit -> lift(actor, family, Kind.RESTRICTION, limit, why));
        });
    }

    /**
     * As {@link #restrict}, for as long as something of theirs is disputed: one of its own, whatever else restricts, so that
     * it can be lifted alone. In the open transaction of the organisation, if there is one.
     */
    public PersonLimit restrictApart(Actor actor, ContactId contact, String reason) {
        actor.require(Permission.WORK_CASES);
        var why = required(reason);
        return scope.in(actor.organisation(), () -> {
            var family = family(actor, contact);
            var id = began(
                    actor,
                    new LimitStore.NewLimit(
                            family.stays().value(), Kind.RESTRICTION, null, null, true, actor.name(), why));
            return find(actor, family, Kind.RESTRICTION, id).orElseThrow();
        });
    }

    /**
     * Lifts this restriction and no other, as {@link #unrestrict}; one that is lifted already stays as it is. Throws
     * {@link Problem} (not found) when it is not this person's.
     */
    public PersonLimit liftRestriction(Actor actor, ContactId contact, UUID restriction, String reason) {
        actor.require(Permission.WORK_CASES);
        var why = required(reason);
        return scope.in(actor.organisation(), () -> {
            var family = family(actor, contact);
            var limit = find(actor, family, Kind.RESTRICTION, restriction)
                    .orElseThrow(() -> Problem.notFound("restriction of this person", restriction));
            if (limit.holds()) {
                lift(actor, family, Kind.RESTRICTION, limit, why);
            }
            return find(actor, family, Kind.RESTRICTION, restriction).orElseThrow();
        });
    }

    /**
     * They object to this use of their data. Throws {@link Problem} (invalid) for what stands on a contract with them, to
     * which the law knows no objection. One that holds already stays as it is.
     */
    public PersonLimit object(Actor actor, ContactId contact, Purpose purpose, String reason) {
        actor.require(Permission.WORK_CASES);
        if (purpose.basis() == Purpose.Basis.CONTRACT) {
            throw Problem.invalid(
                    "purpose",
                    "What stands on a contract can't be objected to (GDPR Art. 21(1)). Restrict the use of their data,"
                            + " or note that they do not want it any more by taking back consent.");
        }
        return begin(actor, contact, Kind.OBJECTION, purpose, reason);
    }

    /**
     * Lifts an objection, because it was weighed against compelling grounds, or because the person takes it back. Throws
     * {@link Problem} (conflict) when one to marketing is lifted for another reason than that they take it back: there is
     * nothing to weigh (Art. 21(3)). One that is lifted already stays as it is.
     */
    public PersonLimit liftObjection(Actor actor, ContactId contact, UUID objection, boolean bySubject, String reason) {
        actor.require(Permission.WORK_CASES);
        var why = required(reason);
        return scope.in(actor.organisation(), () -> {
            var family = family(actor, contact);
            var limit = find(actor, family, Kind.OBJECTION, objection)
                    .orElseThrow(() -> Problem.notFound("objection of this person", objection));
            if (Purpose.MARKETING.code().equals(limit.purpose()) && !bySubject) {
                throw ABSOLUTE.because("Marketing stops when somebody objects, without weighing. Lift it only when they"
                        + " say that they want it again.");
            }
            if (limit.holds()) {
                lift(actor, family, Kind.OBJECTION, limit, why);
            }
            return find(actor, family, Kind.OBJECTION, objection).orElseThrow();
        });
    }

    private Optional<PersonLimit> find(Actor actor, Family family, Kind kind, UUID limit) {
        return store.of(actor.organisation(), family.ids(), kind).stream()
                .filter(one -> one.id().equals(limit))
                .findFirst();
    }

    private PersonLimit begin(Actor actor, ContactId contact, Kind kind, @Nullable Purpose purpose, String reason) {
        var why = required(reason);
        var organisation = actor.organisation();
        return scope.in(organisation, () -> {
            var family = family(actor, contact);
            var holds = holding(actor, family, kind, purpose);
            if (holds.isPresent()) {
                return holds.get();
            }
            var unused = began(
                    actor,
                    new LimitStore.NewLimit(family.stays().value(), kind, purpose, null, false, actor.name(), why));
            return holding(actor, family, kind, purpose).orElseThrow();
        });
    }

    private UUID began(Actor actor, LimitStore.NewLimit limit) {
        var id = store.insert(actor.organisation(), limit, clock.instant());
        var purpose = limit.purpose();
        var deed = actor.did(
                limit.kind() == Kind.RESTRICTION ? AuditAction.USE_RESTRICTED : AuditAction.OBJECTION_NOTED,
                id.toString());
        audit.note(purpose == null ? deed : deed.with("purpose", purpose.code()));
        return id;
    }

    private Optional<PersonLimit> holding(Actor actor, Family family, Kind kind, @Nullable Purpose purpose) {
        var code = purpose == null ? null : purpose.code();
        return store.of(actor.organisation(), family.ids(), kind).stream()
                .filter(one -> one.holds() && !one.apart())
                .filter(one -> Objects.equals(one.purpose(), code))
                .findFirst();
    }

    private void lift(Actor actor, Family family, Kind kind, PersonLimit limit, String why) {
        var purpose =
                limit.purpose() == null ? null : Purpose.of(limit.purpose()).orElseThrow();
        var unused = store.insert(
                actor.organisation(),
                new LimitStore.NewLimit(family.stays().value(), kind, purpose, limit.id(), false, actor.name(), why),
                clock.instant());
        audit.note(actor.did(
                kind == Kind.RESTRICTION ? AuditAction.RESTRICTION_LIFTED : AuditAction.OBJECTION_LIFTED,
                limit.id().toString()));
    }

    private Family family(Actor actor, ContactId contact) {
        return OwnConsents.known(contacts, actor.organisation(), contact);
    }

    private static String required(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw Problem.invalid("reason", "Say why, in 1 to " + LONGEST + " characters.");
        }
        return why;
    }
}
