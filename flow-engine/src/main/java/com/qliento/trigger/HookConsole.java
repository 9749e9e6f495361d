package com.qliento.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.door.ProblemAnswers;
import com.qliento.problem.Problem;
import com.qliento.vault.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Tries a trigger by hand, through the door that other systems come by. */
@Component
public class HookConsole {

    private final Triggers triggers;
    private final Hooks hooks;
    private final ProofCheck proofs;
    private final Answering answering;

    /** How callers are answered, and refusals told. */
    @Component
    record Answering(HookAnswers answers, ProblemAnswers refusals, ObjectMapper json) {}

    HookConsole(Triggers triggers, Hooks hooks, ProofCheck proofs, Answering answering) {
        this.triggers = triggers;
        this.hooks = hooks;
        this.proofs = proofs;
        this.answering = answering;
    }

    /** What came to it last, opened; empty when nothing came. */
    public Optional<HookContent> latest(Actor actor, UUID trigger) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return triggers.deliveries(actor, trigger, null, 1).stream()
                .findFirst()
                .map(delivery -> opened(actor, trigger, delivery));
    }

    /** One of what came to it, opened. */
    public HookContent content(Actor actor, UUID trigger, HookDelivery delivery) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return opened(actor, trigger, delivery);
    }

    private HookContent opened(Actor actor, UUID trigger, HookDelivery delivery) {
        try {
            return new HookContent(delivery, hooks.content(actor.organisation(), trigger, delivery.id()));
        } catch (Unreadable gone) {
            return new HookContent(delivery, null);
        }
    }

    /** The sample as a tree, as a trigger reads it. Throws {@link Problem} for what it could not read. */
    public JsonNode tree(Actor actor, HookSample sample) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return hooks.tree(arrived(sample));
    }

    /** What the trigger would make of it: nothing begins, and nothing is kept. */
    public HookReading read(Actor actor, UUID trigger, HookSample sample) {
        actor.require(Permission.SEE_CONVERSATIONS);
        var known = triggers.get(actor, trigger);
        try {
            return hooks.reading(actor.organisation(), known, arrived(sample));
        } catch (Problem refused) {
            return HookReading.refused(answering.json().createObjectNode(), refused);
        }
    }

    /**
     * Sends it as a caller would who knows the trigger's secret: it counts, is proved, begins the flow and is kept. Gives
     * what such a caller is answered, refusals included. Each is a delivery of its own, also when it is the same again.
     */
    public CompletableFuture<HookAnswer> send(Actor actor, UUID trigger, HookSample sample) {
        actor.require(Permission.START_FLOWS);
        var known = triggers.get(actor, trigger);
        try {
            var shown = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            shown.putAll(proofs.shown(actor.organisation(), known.proof(), bytes(sample)));
            shown.put("Idempotency-Key", UUID.randomUUID().toString());
            var arrived = Arrived.of(bytes(sample), type(sample), shown::get, sample.query());
            var took = hooks.take(actor.organisation(), known, arrived);
            return answering.answers().of(took, null).thenApply(this::told);
        } catch (Problem refused) {
            var body = new String(answering.refusals().body(refused), StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(
                    new HookAnswer(answering.refusals().status(refused), body));
        }
    }

    private HookAnswer told(HookAnswers.Told answer) {
        return new HookAnswer(answer.status(), text(answer.body()));
    }

    private String text(Object body) {
        try {
            return answering.json().writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer can't be written", impossible);
        }
    }

    private static Arrived arrived(HookSample sample) {
        return Arrived.of(bytes(sample), type(sample), name -> null, sample.query());
    }

    private static String type(HookSample sample) {
        return sample.form() ? Arrived.FORM : "application/json";
    }

    private static byte[] bytes(HookSample sample) {
        return sample.body().getBytes(StandardCharsets.UTF_8);
    }
}
