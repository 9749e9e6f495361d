package com.qliento.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.database.TimeOrderedId;
import com.qliento.door.TreeRoom;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.security.SecurityLog;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what comes to triggers: counted and proved first, then read, then begun and kept in one transaction. */
@Component
public class Hooks {

    private static final ProblemType NOT_PROVED =
            new ProblemType(ProblemKind.UNKNOWN_CALLER, "hook-not-proved", "The caller is not proved");
    private static final ProblemType OFF = new ProblemType(ProblemKind.CONFLICT, "trigger-off", "The trigger is off");
    private static final ProblemType GONE =
            new ProblemType(ProblemKind.CONFLICT, "hook-not-readable", "What came can't be opened any more");
    private static final ProblemType BUSY =
            new ProblemType(ProblemKind.UNAVAILABLE, "hook-busy", "Too much is being read at once");

    private final TriggerStore store;
    private final Guards guards;
    private final HookDeeds deeds;
    private final Keeping keeping;
    private final Clock clock;

    /** Who is let in. */
    @Component
    record Guards(HookLimit limit, ProofCheck proofs) {}

    /** Where what came is kept, and how. */
    @Component
    record Keeping(OrganisationScope scope, Vault vault, TreeRoom room) {}

    Hooks(TriggerStore store, Guards guards, HookDeeds deeds, Keeping keeping, Clock clock) {
        this.store = store;
        this.guards = guards;
        this.deeds = deeds;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * Takes a request to the address with this token; gives the delivery, an earlier one when the same came before. Throws
     * {@link Problem} when it can't be taken; what was proved is kept all the same, with the reason.
     */
    Took take(String token, Arrived arrived) {
        var owned = store.ofToken(Triggers.hash(token))
                .orElseThrow(() -> Problem.notFound("No trigger has this address. Copy it once more."));
        return take(owned.organisation(), owned.trigger(), arrived);
    }

    /** The same, once it is known to whom it comes. */
    Took take(OrganisationId organisation, Trigger trigger, Arrived arrived) {
        guards.limit().pass(organisation, trigger);
        if (!guards.proofs().holds(organisation, trigger.proof(), arrived)) {
            SecurityLog.signatureRefused("trigger");
            throw NOT_PROVED.because("The trigger asks for a proof ("
                    + trigger.proof().kind().column() + ") that is not there, is not right, or is too old.");
        }
        requireOn(trigger);
        var delivery = read(organisation, trigger, arrived, dedupe(organisation, trigger, arrived));
        return new Took(organisation, trigger, delivery);
    }

    private static void requireOn(Trigger trigger) {
        if (!trigger.enabled()) {
            throw OFF.because("The trigger is switched off, so nothing began.");
        }
    }

    /** What was taken, for whom, by which trigger. */
    record Took(OrganisationId organisation, Trigger trigger, HookDelivery delivery) {}

    /**
     * What would become of it, read and refused as {@link #take} does of one that is proved and comes in time: nothing
     * begins, and nothing is kept.
     */
    HookReading reading(OrganisationId organisation, Trigger trigger, Arrived arrived) {
        try (var taken = room(arrived)) {
            return reading(organisation, trigger, arrived.tree());
        } catch (Problem unread) {
            var refused = refusalOf(() -> requireOn(trigger));
            return HookReading.refused(JsonNodeFactory.instance.objectNode(), refused == null ? unread : refused);
        }
    }

    private HookReading reading(OrganisationId organisation, Trigger trigger, JsonNode tree) {
        var awaited = new AtomicBoolean();
        var refused = refusalOf(() -> {
            requireOn(trigger);
            awaited.set(deeds.check(organisation, trigger, tree));
        });
        var mapping = trigger.mapping();
        return new HookReading(
                mapping.phone() == null ? null : mapping.phoneOf(tree),
                mapping.reference() == null ? null : mapping.referenceOf(tree),
                awaited.get(),
                mapping.valuesOf(tree),
                refused);
    }

    /** What was sent, taken apart. Throws {@link Problem} for what is neither JSON nor a form. */
    JsonNode tree(Arrived arrived) {
        try (var taken = room(arrived)) {
            return arrived.tree();
        }
    }

    private static @Nullable Problem refusalOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Problem refused) {
            return refused;
        }
    }

    /**
     * What came once, once more: with the settings that the trigger has now. Throws {@link Problem} when that can't be
     * taken, or can't be opened any more.
     */
    public HookDelivery replay(Actor actor, Trigger trigger, UUID delivery) {
        actor.require(Permission.START_FLOWS);
        var organisation = actor.organisation();
        var tree = kept(organisation, trigger.id(), delivery);
        var again = keeping.vault()
                .index(organisation, "hook", "replay " + TimeOrderedId.at(clock.instant()))
                .bytes();
        return begin(new Sent(organisation, trigger, tree, again));
    }

    /** What came, opened. Throws {@link Problem} when it is not there, {@link com.qliento.vault.Unreadable} as the vault does. */
    JsonNode content(OrganisationId organisation, UUID trigger, UUID delivery) {
        var day = LocalDate.ofInstant(TimeOrderedId.timeOf(delivery), ZoneOffset.UTC);
        var content = keeping.scope()
                .in(organisation, () -> store.content(trigger, delivery, day))
                .orElseThrow(() -> Problem.notFound("delivery", delivery));
        return SentJson.read(keeping.vault().open(organisation, place(delivery), Sealed.of(content)));
    }

    private JsonNode kept(OrganisationId organisation, UUID trigger, UUID delivery) {
        try {
            return content(organisation, trigger, delivery);
        } catch (Unreadable gone) {
            throw GONE.because("What came can't be opened any more, so nothing began. Let it be sent again.");
        }
    }

    private HookDelivery read(OrganisationId organisation, Trigger trigger, Arrived arrived, byte[] dedupe) {
        try (var taken = room(arrived)) {
            return begin(new Sent(organisation, trigger, arrived.tree(), dedupe));
        }
    }

    private TreeRoom.Taken room(Arrived arrived) {
        var taken = keeping.room().take(arrived.body().length);
        if (taken == null) {
            throw BUSY.because("Much is being read just now, so this was not. Send it again in a few seconds.");
        }
        return taken;
    }

    /** What was sent to whom, and by which it is known. */
    private record Sent(OrganisationId organisation, Trigger trigger, JsonNode tree, byte[] dedupe) {

        @Override
        public String toString() {
            return "Sent";
        }
    }

    private HookDelivery begin(Sent sent) {
        var organisation = sent.organisation();
        var id = TimeOrderedId.at(clock.instant());
        try {
            return keeping.scope().in(organisation, () -> {
                var before = same(sent);
                if (before.isPresent()) {
                    return before.get();
                }
                var done = deeds.does(organisation, sent.trigger(), sent.tree());
                var facts = new HookDelivery(id, done.outcome(), done.start(), clock.instant());
                if (!store.keep(organisation, kept(sent, done.about(), facts))) {
                    throw new TakenMeanwhile();
                }
                return facts;
            });
        } catch (TakenMeanwhile other) {
            return keeping.scope()
                    .in(organisation, () -> same(sent))
                    .orElseThrow(
                            () -> BUSY.because("The same is being taken just now. Send it again in a few seconds."));
        } catch (Problem refused) {
            refused(sent, new HookDelivery(id, reason(refused), null, clock.instant()));
            throw refused;
        }
    }

    /** The code, and which of the flow's inputs were missing: names of its author's, nothing of what came. */
    private static String reason(Problem refused) {
        var missing = refused.more().get("missing");
        return missing == null ? refused.code() : refused.code() + " " + missing;
    }

    private Optional<HookDelivery> same(Sent sent) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.same(sent.trigger().id(), sent.dedupe(), today);
    }

    /** What led to nothing is kept too, for whoever looks why; it is known by itself, so that the same may come again. */
    private void refused(Sent sent, HookDelivery facts) {
        var organisation = sent.organisation();
        var own = keeping.vault()
                .index(organisation, "hook", "refused " + facts.id())
                .bytes();
        var alone = new Sent(organisation, sent.trigger(), sent.tree(), own);
        var kept = kept(alone, new SubjectId(organisation.value()), facts);
        boolean unused = keeping.scope().in(organisation, () -> store.keep(organisation, kept));
    }

    /** By the key a caller gives, else by all that it sent. */
    private byte[] dedupe(OrganisationId organisation, Trigger trigger, Arrived arrived) {
        var key = first(
                arrived.header().apply("Idempotency-Key"), arrived.header().apply("webhook-id"));
        var known = key != null
                ? "key " + key
                : "body " + arrived.query() + " " + new String(arrived.body(), StandardCharsets.UTF_8);
        return keeping.vault()
                .index(organisation, "hook", trigger.id() + " " + known)
                .bytes();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null && !one.isBlank() ? one : other;
    }

    private TriggerStore.Kept kept(Sent sent, SubjectId subject, HookDelivery facts) {
        var content = keeping.vault()
                .seal(sent.organisation(), subject, place(facts.id()), facts.at(), SentJson.bytes(sent.tree()));
        return new TriggerStore.Kept(sent.trigger().id(), sent.dedupe(), content.bytes(), facts);
    }

    static Place place(UUID delivery) {
        return new Place("flow_trigger_delivery", "content", delivery);
    }

    /** Another one took the same at this moment. */
    private static final class TakenMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
