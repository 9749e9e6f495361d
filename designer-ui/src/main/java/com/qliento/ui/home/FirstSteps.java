package com.qliento.ui.home;

import com.qliento.account.Actor;
import com.qliento.channel.Connections;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.FlowPublishing;
import com.qliento.transcript.ConversationFigures;
import org.springframework.stereotype.Component;

/** What somebody who is new has done. */
@Component
class FirstSteps {

    /**
     * What is done.
     *
     * @param tried whether anybody ever wrote to the organisation
     * @param edited whether this person saved a draft that is still theirs, or published one
     * @param published whether this person published a flow
     * @param connected whether the organisation has a number
     */
    record Done(boolean tried, boolean edited, boolean published, boolean connected) {}

    private final FlowLibrary library;
    private final FlowPublishing publishing;
    private final ConversationFigures conversations;
    private final Connections connections;

    FirstSteps(
            FlowLibrary library,
            FlowPublishing publishing,
            ConversationFigures conversations,
            Connections connections) {
        this.library = library;
        this.publishing = publishing;
        this.conversations = conversations;
        this.connections = connections;
    }

    /** By this person and the organisation they work for. */
    Done of(Actor actor) {
        boolean published = publishing.hasPublished(actor);
        boolean edited = published
                || library.all(actor).stream()
                        .anyMatch(flow ->
                                flow.archivedAt() == null && flow.draftBy().equals(actor.name()));
        return new Done(
                conversations.any(actor),
                edited,
                published,
                !connections.all(actor).isEmpty());
    }
}
