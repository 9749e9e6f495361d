package com.qliento.conversation;

import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.engine.Processes;
import com.qliento.flow.LiveFlow;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.LaneProgress;
import com.qliento.inbox.Pending;
import com.qliento.inbox.Source;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.Organisations;
import com.qliento.rules.policy.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One step: takes the lane's next message and does with it what the platform's routing rules say. */
@Component
class StepRunner {

    /** Messages looked at together; a burst longer than this is joined in parts. */
    private static final int LOOK_AHEAD = 20;

    /** A burst is joined for so long at most, however fast it goes on. */
    private static final Duration LONGEST_MERGE = Duration.ofSeconds(8);

    /** Where messages go that are for no flow but for a feature beside them. */
    private static final Set<Heard.Route> FOR_A_RECEIVER =
            EnumSet.of(Heard.Route.OPT_OUT, Heard.Route.OPT_IN, Heard.Route.PRIVACY_REQUEST, Heard.Route.PERSON);

    private final Steps steps;
    private final Inbox inbox;
    private final IncomingReader reader;
    private final Processes processes;
    private final Catalogue catalogue;

    /** What an organisation decided and published, and who gets what by it. */
    @Component
    record Catalogue(
            Organisations organisations,
            RunningFlows flows,
            Router router,
            GeneralReply reply,
            ObjectProvider<ResultReceiver> results) {}

    StepRunner(Steps steps, Inbox inbox, IncomingReader reader, Processes processes, Catalogue catalogue) {
        this.steps = steps;
        this.inbox = inbox;
        this.reader = reader;
        this.processes = processes;
        this.catalogue = catalogue;
    }

    /** Makes the lane's next step in the open transaction; notes in {@code progress} which message it is at. */
    LaneProgress run(Lane lane, StepProgress progress) {
        var opened = steps.open(lane, LOOK_AHEAD);
        var step = opened.step();
        var pending = opened.pending();
        if (pending.isEmpty()) {
            return LaneProgress.idle();
        }
        var first = pending.get(0);
        if (first.nextAttemptAt() != null && first.nextAttemptAt().isAfter(step.now())) {
            return LaneProgress.later(first.nextAttemptAt());
        }
        progress.at(first, step);
        if (first.source() != Source.MESSAGE) {
            return result(step, pending);
        }
        var message = reader.read(lane, List.of(first));
        if (message == null) {
            // The key is destroyed: there is nothing left to answer.
            steps.forget(first.id());
            return LaneProgress.more();
        }
        return take(lane, step, pending, message);
    }

    /** Gives the first, a result, to whoever understands it; one that nothing waits for any more comes to nothing. */
    private LaneProgress result(Step step, List<Pending> pending) {
        var result = pending.get(0);
        boolean taken = catalogue
                .results()
                .orderedStream()
                .anyMatch(receiver -> receiver.kind().equals(result.kind()) && receiver.take(step, result));
        if (!taken) {
            step.note(result.kind() + ":late");
        }
        steps.finish(step, List.of(result.id()));
        return pending.size() > 1 ? LaneProgress.more() : LaneProgress.idle();
    }

    /** Ends the flow that a result could not be given to however often it was tried, in the open transaction. */
    void giveUp(Lane lane, UUID result) {
        var step = steps.open(lane, 1).step();
        step.note("result:failed");
        var left = step.position();
        if (left.instanceId() != null) {
            processes.cancel(left.instanceId(), "a result could not be taken");
        }
        if (left.state() != FlowPosition.State.FREE) {
            step.ends();
        }
        steps.finish(step, List.of(result));
    }

    private LaneProgress take(Lane lane, Step step, List<Pending> pending, Incoming first) {
        var organisation = catalogue.organisations().get(lane.organisation());
        var mergeUntil = step.position().state() == FlowPosition.State.ASKING ? mergeUntil(step, pending) : null;
        var turn = turn(organisation, step, pending, first, mergeUntil != null);
        var message = turn.message();
        var routed = turn.routed();
        if (mergeUntil != null && mergeUntil.isAfter(step.now()) && routed.route() == Heard.Route.ANSWER) {
            return LaneProgress.later(mergeUntil);
        }
        return switch (routed.route()) {
            case END_FLOW, START_FLOW, START_ANY, FALLBACK, NOBODY, OPT_OUT, OPT_IN, PRIVACY_REQUEST, PERSON -> {
                step.hears(message);
                act(organisation, step, routed);
                yield done(step, message, pending);
            }
            case ANSWER -> {
                var answer = mergeUntil == null ? message : joined(organisation, step, pending, message);
                step.hears(answer);
                step.runs();
                processes.signal(
                        Objects.requireNonNull(step.conversation().position().executionId()));
                yield done(step, answer, pending);
            }
            case ANSWERED_ALREADY -> {
                step.hears(message);
                step.runs();
                processes.signal(
                        Objects.requireNonNull(step.conversation().position().executionId()),
                        BlockBehavior.ANSWERED_ALREADY);
                yield done(step, message, pending);
            }
            case QUEUE -> {
                inbox.hold(lane);
                yield LaneProgress.idle();
            }
        };
    }

    /** The flow that runs, if one does, stays where it stands. A route without a receiver leads to nobody. */
    private static void received(Step step, Router.Routed routed) {
        var receiver = routed.receiver();
        if (receiver == null) {
            step.note(routed.note("no-flow"));
        } else {
            receiver.receive(step);
            step.note(routed.note("received"));
        }
    }

    /** What the rule wants besides giving the message to a flow that waits: ends, begins, says. */
    private void act(Organisation organisation, Step step, Router.Routed routed) {
        if (FOR_A_RECEIVER.contains(routed.route())) {
            received(step, routed);
            return;
        }
        if (step.position().state() != FlowPosition.State.FREE) {
            interrupt(step, routed);
        }
        if (routed.flow() != null) {
            start(step, routed.flow());
            return;
        }
        switch (routed.route()) {
            case END_FLOW -> step.say(null, new OutboundContent.Text(organisation.stopReply(), false));
            case FALLBACK -> {
                var reply = catalogue
                        .reply()
                        .text(organisation, step.conversation().lane().channel());
                step.say(null, new OutboundContent.Text(reply, false));
                step.saysFallback();
                step.note(routed.note("fallback"));
            }
            default -> step.note(routed.note("no-flow"));
        }
    }

    /** A message and who gets it. */
    private record Turn(Incoming message, Router.Routed routed) {}

    /**
     * The message that is decided about: the first, unless one that ends the flow stands behind it among those that the
     * flow has not taken yet - all of them while it is at work, those of the burst while one is joined.
     */
    private Turn turn(Organisation organisation, Step step, List<Pending> pending, Incoming first, boolean merges) {
        var turn = new Turn(first, catalogue.router().route(organisation, step, first));
        boolean ahead = merges || step.position().state() == FlowPosition.State.BUSY;
        if (!ahead || turn.routed().breaksIn()) {
            return turn;
        }
        var breaking = throughBreak(organisation, step, pending);
        return breaking == null ? turn : breaking;
    }

    /**
     * The message that ends the flow among those that it has not taken yet, with the messages before it, which were for
     * the flow that it ends; null when there is none.
     */
    private @Nullable Turn throughBreak(Organisation organisation, Step step, List<Pending> pending) {
        var ids = new ArrayList<UUID>();
        for (var one : pending) {
            Incoming message;
            try {
                message = reader.read(step.conversation().lane(), List.of(one));
            } catch (UnreadableMessage waitsForItsTurn) {
                continue;
            }
            ids.add(one.id());
            var routed = message == null ? null : catalogue.router().route(organisation, step, message);
            if (message != null && routed != null && routed.breaksIn()) {
                return new Turn(message.with(ids), routed);
            }
        }
        return null;
    }

    private LaneProgress done(Step step, Incoming message, List<Pending> pending) {
        steps.finish(step, message.ids());
        // Whatever arrives while this step runs wakes the lane by itself.
        boolean more = pending.size() > message.ids().size() || pending.size() == LOOK_AHEAD;
        return more ? LaneProgress.more() : LaneProgress.idle();
    }

    private void interrupt(Step step, Router.Routed routed) {
        var left = step.position();
        if (left.instanceId() != null) {
            processes.cancel(left.instanceId(), "interrupted by the customer");
        }
        step.note(routed.interrupts(left));
        step.ends();
    }

    private void start(Step step, LiveFlow flow) {
        step.begins(flow.key(), flow.definitionId());
        processes
                .start(flow.definitionId(), step.conversation().id().toString())
                .ifPresent(step::runsAs);
    }

    /** Until when further messages of this burst are waited for; null when the flow joins none. */
    private @Nullable Instant mergeUntil(Step step, List<Pending> pending) {
        var definition = step.position().definitionId();
        var merge = definition == null
                ? Duration.ZERO
                : catalogue.flows().mergeWindow(step.conversation().lane().organisation(), definition);
        if (merge.isZero()) {
            return null;
        }
        var quiet = pending.get(pending.size() - 1).receivedAt().plus(merge);
        var longest = pending.get(0).receivedAt().plus(LONGEST_MERGE);
        return quiet.isBefore(longest) ? quiet : longest;
    }

    private Incoming joined(Organisation organisation, Step step, List<Pending> pending, Incoming first) {
        var lane = step.conversation().lane();
        var burst = new ArrayList<Pending>();
        for (var one : pending) {
            Incoming message;
            try {
                message = reader.read(lane, List.of(one));
            } catch (UnreadableMessage waitsForItsTurn) {
                continue;
            }
            if (message != null
                    && catalogue.router().route(organisation, step, message).route() != Heard.Route.ANSWER) {
                break;
            }
            burst.add(one);
        }
        var all = reader.read(lane, burst);
        return all == null ? first : all;
    }
}
