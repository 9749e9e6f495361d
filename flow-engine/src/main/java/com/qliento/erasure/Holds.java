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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What must not be erased yet. A hold names kinds of things, a ground in the law, a reason and an end; an erasure copies
 * what it holds under a key of its own and deletes the rest. When it ends, what it held goes too. Every method is for
 * somebody whose role allows to work people's requests, else {@link Problem} (forbidden).
 */
@Component
public class Holds {

    /** Kinds of things that can be held: the words that a data package has. */
    static final Set<String> KINDS = Set.of(
            "contact",
            "message",
            "conversation",
            "answer",
            "step",
            "decision",
            "call",
            "told",
            "heard",
            "schedule",
            "consent",
            "restriction",
            "objection",
            "rectification");

    private static final int MOST_LETTERS = 2_000;
    private static final ProblemType ENDED =
            new ProblemType(ProblemKind.CONFLICT, "hold-ended", "The hold has ended already");

    private final HoldStore store;
    private final HoldEnd end;
    private final Contacts contacts;
    private final Tools tools;

    /** What it is done with. */
    @Component("holdsTools")
    record Tools(OrganisationScope scope, Audit audit, Clock clock) {}

    Holds(HoldStore store, HoldEnd end, Contacts contacts, Tools tools) {
        this.store = store;
        this.end = end;
        this.contacts = contacts;
        this.tools = tools;
    }

    /** Places one. Throws {@link Problem} when the organisation knows nobody of this id, or something is missing or wrong. */
    public Hold place(Actor actor, ContactId contact, HoldWish wish) {
        actor.require(Permission.WORK_CASES);
        var organisation = actor.organisation();
        var now = tools.clock().instant();
        var checked = checked(wish, now);
        return tools.scope().in(organisation, () -> {
            var stays = contacts.family(organisation, contact)
                    .orElseThrow(() -> Problem.notFound("contact", contact.value()))
                    .stays()
                    .value();
            var hold = new Hold(
                    TimeOrderedId.at(now),
                    stays,
                    checked.kinds(),
                    wish.from(),
                    wish.until(),
                    checked.basis(),
                    checked.reason(),
                    checked.endsAt(),
                    actor.name(),
                    now,
                    null,
                    null,
                    0);
            store.insert(organisation, hold);
            tools.audit().note(actor.did(AuditAction.HOLD_PLACED, hold.id().toString()));
            return hold;
        });
    }

    private record Checked(List<String> kinds, Hold.Basis basis, String reason, Instant endsAt) {}

    private static Checked checked(HoldWish wish, Instant now) {
        var kinds = wish.kinds();
        if (kinds == null || kinds.isEmpty() || !KINDS.containsAll(kinds)) {
            throw Problem.invalid(
                    "kinds",
                    "Say what is held, as a list of these: "
                            + String.join(", ", KINDS.stream().sorted().toList()) + ".");
        }
        var basis = Hold.Basis.of(wish.basis())
                .orElseThrow(() -> Problem.invalid(
                        "basis",
                        "Say on what ground: expression, legal-obligation, public-health, archiving or legal-claims"
                                + " (GDPR Art. 17(3))."));
        var reason = wish.reason();
        if (reason == null || reason.isBlank() || reason.length() > MOST_LETTERS) {
            throw Problem.invalid(
                    "reason", "Say in words why it is held, for whoever looks later; at most 2,000 letters.");
        }
        var endsAt = wish.endsAt();
        if (endsAt == null || !endsAt.isAfter(now)) {
            throw Problem.invalid("endsAt", "Say when the hold ends, later than now: none is for ever.");
        }
        if (wish.from() != null && wish.until() != null && !wish.from().isBefore(wish.until())) {
            throw Problem.invalid("until", "It has to be later than 'from'.");
        }
        return new Checked(kinds.stream().distinct().sorted().toList(), basis, reason.strip(), endsAt);
    }

    /** One hold; throws {@link Problem} (not found) when the organisation has none such. */
    public Hold get(Actor actor, UUID id) {
        actor.require(Permission.WORK_CASES);
        return tools.scope()
                .in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> Problem.notFound("hold", id));
    }

    /** A page of them, the newest first, after this one; null begins. */
    public List<Hold> page(Actor actor, @Nullable UUID after, int size) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.page(actor.organisation(), after, size));
    }

    /** Those that were exceptions of this erasure. */
    public List<Hold> ofErasure(Actor actor, UUID erasure) {
        actor.require(Permission.WORK_CASES);
        return tools.scope().in(actor.organisation(), () -> store.ofErasure(actor.organisation(), erasure));
    }

    /** Ends it before its time: what it held of somebody erased goes now. Throws {@link Problem} when it has ended. */
    public void end(Actor actor, UUID id) {
        if (get(actor, id).endedAt() != null) {
            throw ENDED.because("What it held is gone.");
        }
        end.end(
                actor.organisation(),
                id,
                new HoldEnd.Early(actor.name(), actor.did(AuditAction.HOLD_ENDED, id.toString())));
    }
}
