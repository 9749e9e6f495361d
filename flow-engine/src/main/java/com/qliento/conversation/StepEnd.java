package com.qliento.conversation;

import com.qliento.call.Calls;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Inbox;
import com.qliento.outbox.Outbox;
import com.qliento.ruleset.RealDecisions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
    record HandOver(Outbox outbox, RealDecisions decisions, Calls calls) {}

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
        if (!step.outgoing().isEmpty()) {
            handOver.outbox().enqueue(trip, step.conversation().lane().organisation(), step.outgoing());
        }
        step.decisions().forEach(made -> handOver.decisions().keep(trip, made));
        var left = step.leftCall();
        if (left != null) {
            handOver.calls().cancel(trip, left);
        }
        var asked = step.asked();
        if (asked != null) {
            handOver.calls().ask(trip, List.of(asked));
        }
        store.save(trip, step);
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
        if (heard || free) {
            inbox.release(lane);
        }
    }
}
