package com.qliento.ui.home;

import com.qliento.account.Actor;
import com.qliento.channel.Connections;
import com.qliento.flow.FlowLibrary;
import com.qliento.flow.FlowPublishing;
import com.qliento.inbox.Inbox;
import com.qliento.transcript.ConversationFigures;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** How things stand, for the first page. */
@Component
class Facts {

    /**
     * How things stand.
     *
     * @param yesterdayByNow messages that had come by this time of yesterday
     */
    record Now(long messagesToday, long yesterdayByNow, Steps steps) {}

    /**
     * What somebody who is new has done.
     *
     * @param tried whether anybody ever wrote to the organisation
     * @param edited whether this person saved a draft that is still theirs, or published one
     * @param published whether this person published a flow
     * @param connected whether the organisation has a number
     */
    record Steps(boolean tried, boolean edited, boolean published, boolean connected) {}

    private final Inbox inbox;
    private final Doings doings;
    private final Connections connections;
    private final ConversationFigures conversations;
    private final Clock clock;

    /** What is known of flows. */
    @Component
    record Doings(FlowLibrary library, FlowPublishing publishing) {}

    Facts(Inbox inbox, Doings doings, Connections connections, ConversationFigures conversations, Clock clock) {
        this.inbox = inbox;
        this.doings = doings;
        this.connections = connections;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** For somebody and the organisation they work for, whose day begins at midnight of this zone. */
    Now of(Actor actor, ZoneId zone) {
        var organisation = actor.organisation();
        var now = clock.instant().atZone(zone);
        var today = now.toLocalDate().atStartOfDay(zone);
        var yesterday = now.toLocalDate().minusDays(1).atStartOfDay(zone);
        boolean published = doings.publishing().hasPublished(actor);
        boolean edited = published
                || doings.library().all(actor).stream()
                        .anyMatch(flow ->
                                flow.archivedAt() == null && flow.draftBy().equals(actor.name()));
        return new Now(
                inbox.received(organisation, today.toInstant(), now.toInstant()),
                inbox.received(
                        organisation, yesterday.toInstant(), now.minusDays(1).toInstant()),
                new Steps(
                        conversations.any(actor),
                        edited,
                        published,
                        !connections.all(actor).isEmpty()));
    }
}
