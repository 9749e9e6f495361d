package com.qliento.ui.home;

import com.qliento.account.Actor;
import com.qliento.flow.FlowDraft;
import com.qliento.flow.FlowPublishing;
import com.qliento.inbox.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The figures of the first page. */
@Component
class Facts {

    private static final int FLOWS_LOOKED_AT = 500;

    /**
     * How things stand.
     *
     * @param draftsNotPublished flows that never went live
     * @param yesterdayByNow messages that had come by this time of yesterday
     */
    record Now(
            long parkedMessages,
            long draftsNotPublished,
            long messagesToday,
            long yesterdayByNow,
            boolean anyMessage,
            boolean published) {}

    private final Inbox inbox;
    private final FlowPublishing flows;
    private final Clock clock;

    Facts(Inbox inbox, FlowPublishing flows, Clock clock) {
        this.inbox = inbox;
        this.flows = flows;
        this.clock = clock;
    }

    /** The figures for somebody and the organisation they work for, whose day begins at midnight of this zone. */
    Now of(Actor actor, ZoneId zone) {
        var organisation = actor.organisation();
        var now = clock.instant();
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var all = flows.page(actor, null, FLOWS_LOOKED_AT);
        long today = inbox.received(organisation, midnight, now);
        long yesterday =
                inbox.received(organisation, midnight.minus(Duration.ofDays(1)), now.minus(Duration.ofDays(1)));
        long live = all.stream()
                .map(FlowDraft::liveVersion)
                .filter(java.util.Objects::nonNull)
                .count();
        return new Now(
                inbox.parked(organisation),
                all.size() - live,
                today,
                yesterday,
                today + yesterday > 0,
                flows.hasPublished(actor));
    }
}
