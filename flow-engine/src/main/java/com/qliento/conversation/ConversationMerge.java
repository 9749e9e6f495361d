package com.qliento.conversation;

import com.qliento.contact.ContactsMerged;
import com.qliento.engine.Processes;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When two contacts turn out to be one: of two conversations the livelier goes on, and messages that wait go there. */
@Component
class ConversationMerge {

    private final ConversationStore store;
    private final Processes processes;
    private final Inbox inbox;

    ConversationMerge(ConversationStore store, Processes processes, Inbox inbox) {
        this.store = store;
        this.processes = processes;
        this.inbox = inbox;
    }

    @EventListener
    void on(ContactsMerged merged) {
        var channel = merged.channel().value();
        var stays = merged.stays().value();
        var went = merged.went().value();
        var both = store.lockOf(channel, stays, went);
        both.stream().skip(1).forEach(quieter -> {
            if (quieter.position().instanceId() != null) {
                processes.cancel(quieter.position().instanceId(), "merged into another conversation");
            }
            store.delete(quieter.id());
        });
        both.stream().findFirst().ifPresent(kept -> store.give(kept.id(), stays));
        inbox.move(new Lane(merged.organisation(), channel, went), new Lane(merged.organisation(), channel, stays));
    }
}
