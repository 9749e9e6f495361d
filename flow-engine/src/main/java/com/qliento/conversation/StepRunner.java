package com.qliento.conversation;

import com.qliento.conversation.position.FlowPosition;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.LaneProgress;
import com.qliento.inbox.Pending;
import com.qliento.inbox.Source;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One step: takes the lane's next message and does with it what the platform's routing rules say. */
@Component
class StepRunner {

    /** Messages looked at together; a burst longer than this is joined in parts. */
    private static final int LOOK_AHEAD = 20;

    private final Steps steps;
    private final MessageTurns turns;
    private final FlowMoves flows;
    private final Inbox inbox;
    private final ObjectProvider<ResultReceiver> results;

    StepRunner(Steps steps, MessageTurns turns, FlowMoves flows, Inbox inbox, ObjectProvider<ResultReceiver> results) {
        this.steps = steps;
        this.turns = turns;
        this.flows = flows;
        this.inbox = inbox;
        this.results = results;
    }

    /** Makes the lane's next step in the open transaction; notes in {@code progress} which message it is at. */
    LaneProgress run(Lane lane, StepProgress progress) {
        var opened = steps.open(lane, LOOK_AHEAD);
        var step = opened.step();
        boolean beginsLater = opened.pending().stream().anyMatch(one -> one.held() && one.source() == Source.TRIGGER);
        var next = next(lane, step, progress, takeable(step, opened.pending()));
        // What waited for the flow to end has its turn now.
        return beginsLater && step.position().state() == FlowPosition.State.FREE && next.notBefore() == null
                ? LaneProgress.more()
                : next;
    }

    /** All but flows that are to begin when no other runs, while one does. */
    private static List<Pending> takeable(Step step, List<Pending> pending) {
        return step.position().state() == FlowPosition.State.FREE
                ? pending
                : pending.stream()
                        .filter(one -> !one.held() || one.source() != Source.TRIGGER)
                        .toList();
    }

    private LaneProgress next(Lane lane, Step step, StepProgress progress, List<Pending> pending) {
        if (pending.isEmpty()) {
            if (lane.isRun() && step.position().state() == FlowPosition.State.FREE) {
                steps.forget(step); // looked at once more after its end, which made its row anew
            }
            return LaneProgress.idle();
        }
        var first = pending.get(0);
        if (first.nextAttemptAt() != null && first.nextAttemptAt().isAfter(step.now())) {
            return LaneProgress.later(first.nextAttemptAt());
        }
        if (progress.isLeft(first, inbox.startedAt())) {
            return LaneProgress.more();
        }
        progress.at(first, step);
        if (first.source() != Source.MESSAGE) {
            return result(step, pending);
        }
        var turn = turns.next(step, pending);
        if (turn == null) {
            // The key is destroyed: there is nothing left to answer.
            steps.forget(first.id());
            return LaneProgress.more();
        }
        return take(lane, step, pending, turn);
    }

    /** Gives the first, a result, to whoever understands it; one that nothing waits for any more comes to nothing. */
    private LaneProgress result(Step step, List<Pending> pending) {
        var result = pending.get(0);
        var fate = results.orderedStream()
                .filter(receiver -> receiver.kind().equals(result.kind()))
                .map(receiver -> receiver.take(step, result))
                .filter(taken -> taken != ResultReceiver.Fate.LATE)
                .findFirst()
                .orElse(ResultReceiver.Fate.LATE);
        var more = pending.size() > 1 ? LaneProgress.more() : LaneProgress.idle();
        if (fate instanceof ResultReceiver.Begin wish && !flows.begin(step, wish)) {
            inbox.holdResult(result.id());
            return more;
        }
        if (fate instanceof ResultReceiver.Done done && done.note() != null) {
            step.note(done.note() + " " + result.kind());
        }
        steps.finish(step, List.of(result.id()));
        return more;
    }

    /**
     * Ends the flow that a result could not be given to however often it was tried, in the open transaction. No flow waits
     * for another one that is to begin.
     */
    void giveUp(Lane lane, UUID result) {
        var opened = steps.open(lane, LOOK_AHEAD);
        var step = opened.step();
        step.note("given-up");
        step.work().fails();
        boolean waits =
                opened.pending().stream().noneMatch(one -> one.id().equals(result) && one.source() == Source.TRIGGER);
        if (waits) {
            flows.end(step, "a result could not be taken");
        }
        steps.finish(step, List.of(result));
    }

    private LaneProgress take(Lane lane, Step step, List<Pending> pending, MessageTurns.Turn turn) {
        if (turn.later() != null) {
            return LaneProgress.later(turn.later());
        }
        var message = turn.message();
        switch (turn.routed().route()) {
            case END_FLOW, START_FLOW, START_ANY, FALLBACK, NOBODY, OPT_OUT, OPT_IN, PRIVACY_REQUEST, PERSON -> {
                step.hears(message);
                flows.act(turn.organisation(), step, turn.routed());
            }
            case ANSWER -> {
                step.hears(message);
                flows.answer(step);
            }
            case ANSWERED_ALREADY -> {
                step.hears(message);
                flows.answeredAlready(step);
            }
            case QUEUE -> {
                inbox.hold(lane);
                return LaneProgress.idle();
            }
        }
        return done(step, message, pending);
    }

    private LaneProgress done(Step step, Incoming message, List<Pending> pending) {
        steps.finish(step, message.ids());
        // Whatever arrives while this step runs wakes the lane by itself.
        boolean more = pending.size() > message.ids().size() || pending.size() == LOOK_AHEAD;
        return more ? LaneProgress.more() : LaneProgress.idle();
    }
}
