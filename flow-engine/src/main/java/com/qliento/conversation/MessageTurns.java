package com.qliento.conversation;

import com.qliento.conversation.position.FlowPosition;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Pending;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.Organisations;
import com.qliento.rules.policy.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is: which of the messages that wait a step is about, who gets it, and whether more of a burst is to come. */
@Component
class MessageTurns {

    /** A burst is joined for so long at most, however fast it goes on. */
    private static final Duration LONGEST_MERGE = Duration.ofSeconds(8);

    private final IncomingReader reader;
    private final Organisations organisations;
    private final RunningFlows flows;
    private final Router router;

    MessageTurns(IncomingReader reader, Organisations organisations, RunningFlows flows, Router router) {
        this.reader = reader;
        this.organisations = organisations;
        this.flows = flows;
        this.router = router;
    }

    /**
     * A message and who gets it.
     *
     * @param later until when more of its burst is waited for before anything is done; null for not at all
     */
    record Turn(
            Organisation organisation,
            Incoming message,
            Router.Routed routed,
            @Nullable Instant later) {}

    /** The turn of the first message that waits, or of one behind it; null when its key is destroyed. */
    @Nullable
    Turn next(Step step, List<Pending> pending) {
        var lane = step.conversation().lane();
        var first = reader.read(lane, List.of(pending.get(0)));
        if (first == null) {
            return null;
        }
        var organisation = organisations.get(lane.organisation());
        var mergeUntil = step.position().state() == FlowPosition.State.ASKING ? mergeUntil(step, pending) : null;
        var turn = decided(organisation, step, pending, first, mergeUntil != null);
        if (mergeUntil == null || turn.routed().route() != Heard.Route.ANSWER) {
            return turn;
        }
        return mergeUntil.isAfter(step.now())
                ? new Turn(organisation, turn.message(), turn.routed(), mergeUntil)
                : new Turn(organisation, joined(organisation, step, pending, turn.message()), turn.routed(), null);
    }

    /**
     * The message that is decided about: the first, unless one that ends the flow stands behind it among those that the
     * flow has not taken yet - all of them while it is at work, those of the burst while one is joined.
     */
    private Turn decided(Organisation organisation, Step step, List<Pending> pending, Incoming first, boolean merges) {
        var turn = new Turn(organisation, first, router.route(organisation, step, first), null);
        boolean ahead = merges || step.position().state().keepsMessages();
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
            var routed = message == null ? null : router.route(organisation, step, message);
            if (message != null && routed != null && routed.breaksIn()) {
                return new Turn(organisation, message.with(ids), routed, null);
            }
        }
        return null;
    }

    /** Until when further messages of this burst are waited for; null when the flow joins none. */
    private @Nullable Instant mergeUntil(Step step, List<Pending> pending) {
        var definition = step.position().definitionId();
        var merge = definition == null
                ? Duration.ZERO
                : flows.mergeWindow(step.conversation().lane().organisation(), definition);
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
            if (message != null && router.route(organisation, step, message).route() != Heard.Route.ANSWER) {
                break;
            }
            burst.add(one);
        }
        var all = reader.read(lane, burst);
        return all == null ? first : all;
    }
}
