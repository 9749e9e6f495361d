package com.qliento.conversation;

import com.qliento.block.Keywords;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.engine.Processes;
import com.qliento.flow.Flows;
import com.qliento.flow.LiveFlow;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.LaneProgress;
import com.qliento.inbox.Pending;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.Organisations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One step: takes the lane's next message and decides what it does - interrupt, answer a running flow, start one, or fall back. */
@Component
class StepRunner {

    /** Messages looked at together; a burst longer than this is joined in parts. */
    private static final int LOOK_AHEAD = 20;

    /** A burst is joined for so long at most, however fast it goes on. */
    private static final Duration LONGEST_MERGE = Duration.ofSeconds(8);

    private final Steps steps;
    private final Inbox inbox;
    private final IncomingReader reader;
    private final Processes processes;
    private final Catalogue catalogue;

    /** What an organisation decided and published. */
    @Component
    record Catalogue(Organisations organisations, Flows flows) {}

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
        progress.at(first.id(), step);
        var message = reader.read(lane, List.of(first));
        if (message == null) {
            // The key is destroyed: there is nothing left to answer.
            steps.forget(first.id());
            return LaneProgress.more();
        }
        return take(lane, step, pending, message);
    }

    private LaneProgress take(Lane lane, Step step, List<Pending> pending, Incoming message) {
        var organisation = catalogue.organisations().get(lane.organisation());
        if (interrupts(organisation, step, message)) {
            return stopped(organisation, step, message, pending);
        }
        switch (step.position().state()) {
            case BUSY -> {
                var stop = throughStop(organisation, lane, pending);
                if (stop != null) {
                    return stopped(organisation, step, stop, pending);
                }
                inbox.hold(lane);
                return LaneProgress.idle();
            }
            case ASKING -> {
                var mergeUntil = mergeUntil(step, pending);
                var stop = mergeUntil == null ? null : throughStop(organisation, lane, pending);
                if (stop != null) {
                    return stopped(organisation, step, stop, pending);
                }
                if (mergeUntil != null && mergeUntil.isAfter(step.now())) {
                    return LaneProgress.later(mergeUntil);
                }
                var answer = mergeUntil == null ? message : joined(lane, pending, message);
                step.hears(answer);
                step.runs();
                processes.signal(java.util.Objects.requireNonNull(
                        step.conversation().position().executionId()));
                return done(step, answer, pending);
            }
            case FREE -> {
                step.hears(message);
                startOrFallBack(organisation, step, message);
                return done(step, message, pending);
            }
        }
        throw new IllegalStateException();
    }

    private LaneProgress stopped(Organisation organisation, Step step, Incoming message, List<Pending> pending) {
        step.hears(message);
        interrupt(step);
        startOrStop(organisation, step, message);
        return done(step, message, pending);
    }

    /**
     * The stop word among messages that the flow has not taken yet, with the messages before it, which were for the
     * flow that it ends; null when there is none.
     */
    private @Nullable Incoming throughStop(Organisation organisation, Lane lane, List<Pending> pending) {
        var ids = new ArrayList<UUID>();
        for (var one : pending) {
            ids.add(one.id());
            var message = reader.read(lane, List.of(one));
            if (message != null && stopWords(organisation).contains(Keywords.normalise(message.text()))) {
                return new Incoming(ids, message.from(), message.text(), message.choice(), message.writtenAt());
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

    private static boolean interrupts(Organisation organisation, Step step, Incoming message) {
        return step.position().state() != FlowPosition.State.FREE
                && stopWords(organisation).contains(Keywords.normalise(message.text()));
    }

    private static Set<String> stopWords(Organisation organisation) {
        return organisation.stopKeywords().stream().map(Keywords::normalise).collect(Collectors.toSet());
    }

    private void interrupt(Step step) {
        var instance = step.position().instanceId();
        if (instance != null) {
            processes.cancel(instance, "interrupted by the customer");
        }
        step.note("interrupted");
        step.ends();
    }

    /** After an interruption a flow of its own may take the word (such as opting out); otherwise it is confirmed. */
    private void startOrStop(Organisation organisation, Step step, Incoming message) {
        var flow = catalogue.flows().startedByKeyword(organisation.id(), channel(step), message.text());
        if (flow.isPresent()) {
            start(step, flow.get());
        } else {
            step.say(null, new OutboundContent.Text(organisation.stopReply(), false));
        }
    }

    private void startOrFallBack(Organisation organisation, Step step, Incoming message) {
        var flow = catalogue.flows().startedBy(organisation.id(), channel(step), message.text());
        if (flow.isPresent()) {
            start(step, flow.get());
        } else if (organisation.fallbackReply() != null && step.fallbackDue()) {
            step.say(null, new OutboundContent.Text(organisation.fallbackReply(), false));
            step.saysFallback();
            step.note("fallback");
        } else {
            step.note("no-flow");
        }
    }

    private static UUID channel(Step step) {
        return step.conversation().lane().channel();
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

    private Incoming joined(Lane lane, List<Pending> pending, Incoming first) {
        var all = reader.read(lane, pending);
        return all == null ? first : all;
    }
}
