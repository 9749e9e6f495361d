package com.qliento.conversation;

import com.qliento.call.Calls;
import com.qliento.contact.ContactMoved;
import com.qliento.contact.ContactsMerged;
import com.qliento.engine.Processes;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.outbox.Outbox;
import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When two contacts turn out to be one: of two conversations the livelier goes on, all messages are its own, and those
 * that wait go there. When somebody has another number, replies go to that, also those that wait already.
 */
@Component
class ConversationMerge {

    private final ConversationStore store;
    private final Processes processes;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Calls calls;

    ConversationMerge(ConversationStore store, Processes processes, Inbox inbox, Outbox outbox, Calls calls) {
        this.store = store;
        this.processes = processes;
        this.inbox = inbox;
        this.outbox = outbox;
        this.calls = calls;
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
            var call = quieter.position().callId();
            if (call != null) {
                calls.cancel(call);
            }
            store.delete(quieter.id());
        });
        both.stream()
                .map(Conversation::windowUntil)
                .max(Comparator.naturalOrder())
                .ifPresent(until -> store.give(both.get(0).id(), stays, until));
        if (both.stream().anyMatch(Conversation::moved)) {
            store.moved(channel, stays);
        }
        var from = new Lane(merged.organisation(), channel, went);
        var to = new Lane(merged.organisation(), channel, stays);
        inbox.move(from, to);
        outbox.move(from, to);
        calls.move(from, to);
    }

    @EventListener
    void on(ContactMoved moved) {
        var channel = moved.channel().value();
        var contact = moved.contact().value();
        // First the conversation: a step of it that is just going on has queued what it says by then.
        store.moved(channel, contact);
        outbox.readdress(new Lane(moved.organisation(), channel, contact));
    }
}
