package com.qliento.rectification;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.consent.PersonLimits;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.recipient.DataRecipient;
import com.qliento.recipient.DataRecipients;
import com.qliento.rectification.DisputeWords.Said;
import com.qliento.rectification.Rectification.State;
import com.qliento.rectification.RectificationStore.Decision;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalField;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Corrections of what is kept of people (GDPR Art. 16). While one is open, the person's data is kept and not used (Art.
 * 18(1)(a)); when it is decided, that ends, and nothing else that restricts. Every method is for somebody whose role allows
 * to work people's requests, else {@link Problem} (forbidden).
 */
@Component
public class Rectifications {

    private static final ProblemType OPEN =
            new ProblemType(ProblemKind.CONFLICT, "rectification-open", "A correction of this is asked for already");
    private static final ProblemType DECIDED =
            new ProblemType(ProblemKind.CONFLICT, "rectification-decided", "The correction is not open any more");
    private static final ProblemType CHANGED =
            new ProblemType(ProblemKind.CONFLICT, "rectification-changed", "What is kept has changed meanwhile");
    private static final ProblemType ANOTHERS =
            new ProblemType(ProblemKind.CONFLICT, "rectification-anothers", "This number can't be theirs");

    private final RectificationStore store;
    private final WhereKept kept;
    private final DataRecipients recipients;
    private final People people;
    private final Tools tools;

    /** Whose it is, and what keeps their data from being used. */
    @Component("rectificationsPeople")
    record People(Contacts contacts, PersonLimits limits) {}

    /** What it is done with. */
    @Component("rectificationsTools")
    record Tools(OrganisationScope scope, Audit audit, Clock clock) {}

    Rectifications(RectificationStore store, WhereKept kept, DataRecipients recipients, People people, Tools tools) {
        this.store = store;
        this.kept = kept;
        this.recipients = recipients;
        this.people = people;
        this.tools = tools;
    }

    /**
     * Asks for something that is kept of this person to be corrected, and keeps their data from being used until somebody
     * decides. Throws {@link Problem} when the organisation knows nobody of this id, nothing such is kept of them, it is
     * right already, something is missing or wrong, or a correction of the same is open.
     */
    public Rectification ask(Actor actor, ContactId contact, RectificationWish wish) {
        actor.require(Permission.WORK_CASES);
        var checked = CheckedWish.of(wish);
        var organisation = actor.organisation();
        return tools.scope().in(organisation, () -> {
            var family = people.contacts()
                    .family(organisation, contact)
                    .orElseThrow(() -> Problem.notFound("contact", contact.value()));
            var value = kept.look(family, checked.field()).orElseThrow(checked::nothingKept);
            var proposed = checked.insteadOf(value);
            store.open(family, checked.field()).ifPresent(Rectifications::isOpen);
            var stays = new ContactId(family.stays().value());
            var now = tools.clock().instant();
            var id = TimeOrderedId.at(now);
            var restriction =
                    people.limits().restrictApart(actor, stays, "They dispute what is kept: correction " + id + ".");
            var said = new Said(value.text(), proposed, checked.evidence(), null);
            var asked = new RectificationStore.Asked(
                    id, stays.value(), checked.field(), said, restriction.id(), actor.name(), now);
            if (!store.ask(organisation, asked)) {
                throw OPEN.because("Decide that one first.");
            }
            tools.audit().note(actor.did(AuditAction.RECTIFICATION_ASKED_FOR, id.toString()));
            return store.find(organisation, id).orElseThrow();
        });
    }

    private static void isOpen(UUID other) {
        throw OPEN.because("Decide that one first.").with("rectification", other.toString());
    }

    /**
     * Decides: corrects it and tells whoever was given it, or leaves it with the note that they dispute it. Throws
     * {@link Problem} when it is decided already, when something else is kept by now, and when a number would lead to
     * somebody else; nothing is changed then, and it stays open.
     */
    public Rectification decide(Actor actor, UUID id, boolean apply, @Nullable String reason) {
        var asked = get(actor, id);
        var why = CheckedWish.words("reason", reason);
        if (asked.state() != State.ASKED) {
            throw decided();
        }
        var organisation = actor.organisation();
        return tools.scope().in(organisation, () -> {
            var contact = new ContactId(asked.contact());
            var family = people.contacts().family(organisation, contact).orElseThrow(Rectifications::decided);
            var now = tools.clock().instant();
            if (apply) {
                apply(family, asked);
            }
            var decision = new Decision(apply ? State.APPLIED : State.REFUSED, actor.name(), now, why);
            if (!store.decide(organisation, asked, decision)) {
                throw decided();
            }
            if (apply) {
                kept.tell(id, family, field(asked), now);
            }
            var unused = people.limits().liftRestriction(actor, contact, asked.restriction(), why);
            tools.audit()
                    .note(actor.did(
                            apply ? AuditAction.RECTIFICATION_APPLIED : AuditAction.RECTIFICATION_REFUSED,
                            id.toString()));
            return store.find(organisation, id).orElseThrow();
        });
    }

    /** Before the correction's own row: whoever is being erased is locked in this order too. */
    private void apply(Family family, Rectification asked) {
        var proposed = asked.proposed();
        var outcome = proposed == null
                ? PersonalCorrection.Outcome.NOT_KEPT
                : kept.rectify(family, new PersonalCorrection(field(asked), asked.before(), proposed));
        switch (outcome) {
            case DONE -> {}
            case ANOTHERS ->
                throw ANOTHERS.because("The number can't be noted for this person. Ask them for another one, or refuse"
                        + " the correction.");
            case CHANGED, NOT_KEPT -> throw changed(family, asked);
        }
    }

    private Problem changed(Family family, Rectification asked) {
        boolean open = store.find(family.organisation(), asked.id())
                .filter(now -> now.state() == State.ASKED)
                .isPresent();
        return open
                ? CHANGED.because("Something else is kept by now than when the correction was asked for. Look again:"
                        + " refuse this one, and ask for another if it is still needed.")
                : decided();
    }

    private static Problem decided() {
        return DECIDED.because("Look at how it was decided.");
    }

    private static PersonalField field(Rectification asked) {
        return CheckedWish.field(asked.field(), asked.name());
    }

    /** One correction; throws {@link Problem} (not found) when the organisation has none such. */
    public Rectification get(Actor actor, UUID id) {
        actor.require(Permission.WORK_CASES);
        return tools.scope()
                .in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("rectification", id));
    }

    /** A page of them, the newest first, after this one; null begins. */
    public List<Rectification> page(Actor actor, @Nullable UUID after, int size) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.page(actor.organisation(), after, size));
    }

    /** Whoever outside was given something of the person, and how far each is; nobody before it is applied. */
    public List<DataRecipient> recipients(Actor actor, UUID id) {
        var unused = get(actor, id);
        return tools.scope().in(actor.organisation(), () -> recipients.of(actor.organisation(), id));
    }

    /**
     * Notes how far a recipient is: told, confirmed or refused. Throws {@link Problem} for any other word, and when there is
     * no such recipient.
     */
    public void note(Actor actor, UUID id, UUID recipient, @Nullable String state) {
        var unused = get(actor, id);
        tools.scope().run(actor.organisation(), () -> {
            var said = recipients.note(
                    id, recipient, state, actor.name(), tools.clock().instant());
            tools.audit()
                    .note(actor.did(AuditAction.RECTIFIED_RECIPIENT_NOTED, id.toString())
                            .with("recipient", recipient)
                            .with("state", said.word()));
        });
    }
}
