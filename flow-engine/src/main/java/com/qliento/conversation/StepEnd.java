package com.qliento.conversation;

import com.qliento.database.RoundTrip;
import com.qliento.inbox.Inbox;
import com.qliento.outbox.Outbox;
import com.qliento.ruleset.RealDecisions;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a step comes to: messages handled, messages said, decisions made, the conversation as it stands now. */
@Component
class StepEnd {

    private final ConversationStore store;
    private final Inbox inbox;
    private final Outbox outbox;
    private final RealDecisions decisions;
    private final ConversationNews news;

    StepEnd(ConversationStore store, Inbox inbox, Outbox outbox, RealDecisions decisions, ConversationNews news) {
        this.store = store;
        this.inbox = inbox;
        this.outbox = outbox;
        this.decisions = decisions;
        this.news = news;
    }

    void handled(RoundTrip trip, Collection<UUID> messages) {
        inbox.done(trip, messages);
    }

    void write(RoundTrip trip, Step step) {
        if (!step.outgoing().isEmpty()) {
            outbox.enqueue(trip, step.conversation().lane().organisation(), step.outgoing());
        }
        step.decisions().forEach(made -> decisions.keep(trip, made));
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
        boolean wasBusy = step.conversation().position().state() == FlowPosition.State.BUSY;
        if (wasBusy && step.position().state() != FlowPosition.State.BUSY) {
            inbox.release(lane);
        }
    }
}
