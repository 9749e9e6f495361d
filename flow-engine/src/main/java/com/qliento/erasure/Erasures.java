package com.qliento.erasure;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.recipient.DataRecipient;
import com.qliento.recipient.DataRecipients;
import com.qliento.rest.Slice;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Erasures of people: asked for by one, approved by another, done in the background on whichever node comes to it, again
 * where it broke off. Every method is for somebody whose role allows to work people's requests, else {@link Problem}
 * (forbidden).
 */
@Component
public class Erasures {

    private static final ProblemType OPEN =
            new ProblemType(ProblemKind.CONFLICT, "erasure-open", "The erasure of this person is asked for already");
    private static final ProblemType SAME_PERSON =
            new ProblemType(ProblemKind.CONFLICT, "erasure-needs-another", "Somebody else has to approve");
    private static final ProblemType NOT_ASKED =
            new ProblemType(ProblemKind.CONFLICT, "erasure-not-asked", "The erasure has begun, or was taken back");

    private final ErasureStore store;
    private final DataRecipients recipients;
    private final Contacts contacts;
    private final Tools tools;

    /** What it is done with. */
    @Component("erasuresTools")
    record Tools(OrganisationScope scope, Audit audit, Clock clock) {}

    Erasures(ErasureStore store, DataRecipients recipients, Contacts contacts, Tools tools) {
        this.store = store;
        this.recipients = recipients;
        this.contacts = contacts;
        this.tools = tools;
    }

    /**
     * Asks for this person to be erased; of one who was merged into another, for both. Nothing happens until somebody else
     * approves. Throws {@link Problem} when the organisation knows nobody of this id, and when it is asked for already.
     */
    public Erasure ask(Actor actor, ContactId contact) {
        actor.require(Permission.WORK_CASES);
        var organisation = actor.organisation();
        return tools.scope().in(organisation, () -> {
            var stays = contacts.family(organisation, contact)
                    .orElseThrow(() -> Problem.notFound("contact", contact.value()))
                    .stays()
                    .value();
            var now = tools.clock().instant();
            var id = TimeOrderedId.at(now);
            if (!store.ask(organisation, id, stays, actor.name(), now)) {
                var problem = OPEN.because("Approve that one, or take it back first.");
                throw store.open(organisation, stays)
                        .map(other -> problem.with("erasure", other.id().toString()))
                        .orElse(problem);
            }
            tools.audit().note(actor.did(AuditAction.ERASURE_ASKED_FOR, id.toString()));
            return store.find(organisation, id).orElseThrow();
        });
    }

    /**
     * Approves it: from now on it can't be taken back. Throws {@link Problem} when the same person asked, or it is not
     * waiting for an approval.
     */
    public Erasure approve(Actor actor, UUID id) {
        var asked = get(actor, id);
        if (asked.askedBy().equals(actor.name())) {
            throw SAME_PERSON.because("Whoever asked for an erasure does not approve it. Ask a colleague who may.");
        }
        return tools.scope().in(actor.organisation(), () -> {
            if (!store.approve(id, actor.name(), tools.clock().instant())) {
                throw NOT_ASKED.because("Look at how far it is.");
            }
            tools.audit().note(actor.did(AuditAction.ERASURE_APPROVED, id.toString()));
            return store.find(actor.organisation(), id).orElseThrow();
        });
    }

    /** Takes it back before it begins; throws {@link Problem} once it has. */
    public void withdraw(Actor actor, UUID id) {
        var unused = get(actor, id);
        tools.scope().run(actor.organisation(), () -> {
            if (!store.withdraw(id)) {
                throw NOT_ASKED.because("What has begun to be erased can't be brought back.");
            }
            tools.audit().note(actor.did(AuditAction.ERASURE_WITHDRAWN, id.toString()));
        });
    }

    /** One erasure; throws {@link Problem} (not found) when the organisation has none such. */
    public Erasure get(Actor actor, UUID id) {
        actor.require(Permission.WORK_CASES);
        return tools.scope()
                .in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("erasure", id));
    }

    /** A page of them, the newest first, after this one; null begins. */
    public List<Erasure> page(Actor actor, @Nullable UUID after, int size) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.page(actor.organisation(), after, size));
    }

    /** Some of them, the newest first. */
    public List<Erasure> slice(Actor actor, Slice slice) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.slice(actor.organisation(), slice));
    }

    /** How many there are. */
    public int count(Actor actor) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.count(actor.organisation()));
    }

    /** Whoever outside was given something of the person, and how far each is; nobody before it has begun. */
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
                    .note(actor.did(AuditAction.RECIPIENT_NOTED, id.toString())
                            .with("recipient", recipient)
                            .with("state", said.word()));
        });
    }
}
