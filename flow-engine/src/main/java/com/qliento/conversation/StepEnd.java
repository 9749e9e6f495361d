package com.qliento.conversation;

import com.qliento.call.Calls;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.database.RoundTrip;
import com.qliento.happening.Happenings;
import com.qliento.inbox.Inbox;
import com.qliento.outbox.Outbox;
import com.qliento.ruleset.RealDecisions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a step comes to: messages handled, messages said, decisions made, calls asked for, the conversation as it stands now. */
@Component
class StepEnd {

    private final ConversationStore store;
    private final Inbox inbox;
    private final HandOver handOver;
    private final ConversationNews news;

    /** Who gets what a step leaves to be done. */
    @Component
    record HandOver(
            Outbox outbox,
            RealDecisions decisions,
            Calls calls,
            ObjectProvider<ResultReceiver> results,
            Happenings happenings) {}

    StepEnd(ConversationStore store, Inbox inbox, HandOver handOver, ConversationNews news) {
        this.store = store;
        this.inbox = inbox;
        this.handOver = handOver;
        this.news = news;
    }

    void handled(RoundTrip trip, Collection<UUID> messages) {
        inbox.done(trip, messages);
    }

    void write(RoundTrip trip, Step step) {
        var work = step.work();
        if (!work.outgoing().isEmpty()) {
            handOver.outbox().enqueue(trip, step.conversation().lane().organisation(), work.outgoing());
        }
        work.decisions().forEach(made -> handOver.decisions().keep(trip, made));
        work.deeds().forEach(deed -> deed.write(trip));
        var stands = step.position();
        var left = work.left(step.conversation().position(), stands);
        if (left != null) {
            handOver.calls().cancel(trip, left);
        }
        var asked = work.asked(stands);
        if (asked != null) {
            handOver.calls().ask(trip, List.of(asked));
        }
        var expected = work.expected(stands);
        if (expected != null) {
            handOver.calls().expect(trip, expected);
        }
        if (step.conversation().lane().isRun() && step.position().state() == FlowPosition.State.FREE) {
            endRun(trip, step);
        } else {
            store.save(trip, step);
            tell(trip, step);
        }
    }

    /** Nothing more can come to a run that is over: of it stays what its way was and what it answered. */
    private void endRun(RoundTrip trip, Step step) {
        store.close(trip, step);
        var conversation = step.conversation();
        var end = new ResultReceiver.RunEnd(conversation.lane(), conversation.id(), state(step), step.now());
        handOver.results().orderedStream().forEach(receiver -> receiver.runEnds(trip, end));
    }

    private static String state(Step step) {
        if (step.work().failed()) {
            return "failed";
        }
        return step.definitionId() == null ? "not-begun" : "ended";
    }

    /** A flow about nobody is no conversation. */
    private void tell(RoundTrip trip, Step step) {
        if (step.news().none() || step.conversation().lane().isRun()) {
            return;
        }
        var conversation = step.conversation();
        var happenings = handOver.happenings();
        if (step.news().kinds().stream()
                .anyMatch(kind -> happenings.areHeard(conversation.lane().organisation(), kind))) {
            step.news()
                    .all(conversation.lane(), conversation.id(), step.now())
                    .forEach(one -> happenings.tell(trip, one));
        }
    }

    /** It is written: who looks on is told when the transaction commits, and a lane that was held goes on. */
    void written(Step step) {
        var lane = step.conversation().lane();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                news.changed(lane.organisation());
            }
        });
        var before = step.conversation().position().state();
        var now = step.position().state();
        boolean heard = before.keepsMessages() && !now.keepsMessages();
        // Who ended it by a message is in the lane, and looks there; time is not.
        boolean free = before == FlowPosition.State.ASKING && now == FlowPosition.State.FREE && step.incoming() == null;
        if ((heard || free) && !lane.isRun()) {
            inbox.release(lane);
        }
    }
}
