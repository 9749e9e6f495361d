package com.qliento.conversation;

import com.qliento.block.Keywords;
import com.qliento.call.CallOutcome;
import com.qliento.connector.whatsapp.Address;
import com.qliento.conversation.answer.Answers;
import com.qliento.conversation.answer.OpenLock;
import com.qliento.conversation.customer.Correspondent;
import com.qliento.conversation.customer.NoUsableAddress;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.engine.Processes;
import com.qliento.engine.Sandboxes;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.Heard.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays flows with the live engine and the live blocks, each call one step in one transaction. What the flow says goes
 * to the {@link RehearsalWatch} and nowhere else; no row is written but the engine's own, which hold no content. Timers
 * never fire by themselves. When a step throws, the rehearsal is as before the step.
 */
@Component
public class Rehearsals {

    private static final String BUSINESS_KEY = "rehearsal";

    private final Steps steps;
    private final Processes processes;
    private final Sandboxes sandboxes;
    private final Taps taps;
    private final OrganisationScope scope;

    Rehearsals(Steps steps, Processes processes, Sandboxes sandboxes, Taps taps, OrganisationScope scope) {
        this.steps = steps;
        this.processes = processes;
        this.sandboxes = sandboxes;
        this.taps = taps;
        this.scope = scope;
    }

    /**
     * What the customer does.
     *
     * @param text what they write, or the title of what they tap
     * @param choice the id of what they tap; null when they write
     */
    public record Heard(String text, @Nullable String choice) {

        @Override
        public String toString() {
            return "Heard";
        }
    }

    /** By what a flow begins: a message, and the values that another system hands over, by name. */
    public record Begun(Heard heard, Map<String, Object> values) {

        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** The flow begins. */
    public void start(Rehearsal rehearsal, Version version, Begun begun, Instant now, RehearsalWatch watch) {
        step(rehearsal, begun.heard(), now, watch, step -> {
            step.begins(version.flowKey(), version.definitionId());
            begun.values().forEach((name, value) -> step.answers().put(name, value, version.flowKey(), ""));
            processes.start(version.definitionId(), BUSINESS_KEY).ifPresent(step::runsAs);
        });
    }

    /** What is rehearsed. */
    public record Version(String flowKey, String definitionId) {}

    /** The customer answers the flow that asks them. */
    public void hear(Rehearsal rehearsal, Heard heard, Instant now, RehearsalWatch watch) {
        var waiting = Objects.requireNonNull(rehearsal.position().executionId(), "the flow asks nothing");
        step(rehearsal, heard, now, watch, step -> {
            boolean earlier = taps.offer(step, incoming(rehearsal, heard, now), false) == Offer.EARLIER;
            step.runs();
            if (earlier) {
                processes.signal(waiting, BlockBehavior.ANSWERED_ALREADY);
            } else {
                processes.signal(waiting);
            }
        });
    }

    /** What the flow asked another system came to this. */
    public void returned(Rehearsal rehearsal, CallOutcome outcome, Instant now, RehearsalWatch watch) {
        var waiting = Objects.requireNonNull(rehearsal.position().executionId(), "the flow asked no other system");
        step(rehearsal, null, now, watch, step -> {
            step.returns();
            processes.signal(waiting, BlockBehavior.RETURNED, outcome);
        });
    }

    /** Whether it is a choice that some question offers, so that its words mean nothing else. */
    public boolean offers(Rehearsal rehearsal, Heard heard, Instant now) {
        return scope.in(
                rehearsal.lane().organisation(),
                () -> taps.offer(newStep(rehearsal, now), incoming(rehearsal, heard, now), true) != Offer.NONE);
    }

    /** One of the timers is due. */
    public void fire(Rehearsal rehearsal, String timer, Instant now, RehearsalWatch watch) {
        step(rehearsal, null, now, watch, step -> {
            step.timeIsUp();
            sandboxes.fire(timer);
        });
    }

    /** Ends what runs, and forgets its answers. */
    public void stop(Rehearsal rehearsal) {
        var instance = rehearsal.instance();
        if (instance != null) {
            sandboxes.end(instance);
        }
        rehearsal.isOver();
    }

    private void step(
            Rehearsal rehearsal, @Nullable Heard heard, Instant now, RehearsalWatch watch, Consumer<Step> work) {
        var came = scope.in(rehearsal.lane().organisation(), () -> {
            var step = newStep(rehearsal, now);
            step.watchedBy(watch);
            if (heard != null) {
                step.hears(incoming(rehearsal, heard, now));
            }
            steps.lend(step);
            work.accept(step);
            return came(step);
        });
        rehearsal.becomes(came.step(), came.standsAt(), came.timers());
    }

    private Step newStep(Rehearsal rehearsal, Instant now) {
        var conversation = rehearsal.conversation();
        return new Step(
                conversation,
                new Answers(new OpenLock(), conversation.answers()),
                new Correspondent(rehearsal::person, rehearsal::may),
                now,
                steps.zone(rehearsal.lane().organisation()));
    }

    /** What a step came to, before its transaction commits. */
    private record Came(Step step, List<String> standsAt, List<Sandboxes.Timer> timers) {}

    private Came came(Step step) {
        var instance = step.position().instanceId();
        return step.position().state() == FlowPosition.State.FREE || instance == null
                ? new Came(step, List.of(), List.of())
                : new Came(step, sandboxes.standsAt(instance), sandboxes.holdTimers(instance));
    }

    private static Incoming incoming(Rehearsal rehearsal, Heard heard, Instant now) {
        var from =
                NoUsableAddress.require(Address.Kind.PHONE, rehearsal.person().phone(), null);
        var tap = heard.choice() == null ? null : new Incoming.Tap(heard.choice(), heard.text(), null);
        return new Incoming(List.of(), from, Keywords.trimmed(heard.text()), tap, now);
    }
}
