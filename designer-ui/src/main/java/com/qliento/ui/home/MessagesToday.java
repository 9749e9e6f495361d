package com.qliento.ui.home;

import com.qliento.inbox.Inbox;
import com.qliento.organisation.OrganisationId;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** How many messages came today. */
@Component
class MessagesToday {

    /**
     * Messages of an organisation.
     *
     * @param yesterday those that had come by this time of yesterday
     */
    record Count(long today, long yesterday) {}

    private final Inbox inbox;
    private final Clock clock;

    MessagesToday(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** For somebody whose day begins at midnight of this zone. */
    Count of(OrganisationId organisation, ZoneId zone) {
        var now = clock.instant().atZone(zone);
        var today = now.toLocalDate().atStartOfDay(zone);
        var yesterday = now.toLocalDate().minusDays(1).atStartOfDay(zone);
        return new Count(
                inbox.received(organisation, today.toInstant(), now.toInstant()),
                inbox.received(
                        organisation, yesterday.toInstant(), now.minusDays(1).toInstant()));
    }
}
