package com.qliento.retention;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what is over: keys of hours for each organisation, days of tables for all, within minutes after each hour. What
 * nobody may read is read by nobody before that. One organisation's fault holds up no other; several nodes may sweep.
 */
@Component
class RetentionSweep {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);

    private static final int FAILED = -1;

    private final Organisations organisations;
    private final HourSweep hours;
    private final DaySweep days;
    private final Clock clock;
    private final Map<OrganisationId, Instant> behind = new ConcurrentHashMap<>();
    private final Outage outage = new Outage(LOG, "What is over could not be ended");
    private volatile Instant ended;
    private @Nullable Instant dropped;

    RetentionSweep(Organisations organisations, HourSweep hours, DaySweep days, Clock clock) {
        this.organisations = organisations;
        this.hours = hours;
        this.days = days;
        this.clock = clock;
        this.ended = clock.instant();
    }

    /** Whatever is due by the clock; when nothing is, next to nothing. */
    @Scheduled(
            fixedDelayString = "${qliento.retention.sweep:60s}",
            initialDelayString = "${qliento.retention.sweep:60s}")
    void sweep() {
        try {
            var now = clock.instant();
            int daysDropped = drop(now);
            boolean well = daysDropped != FAILED;
            for (var organisation : organisations.ids()) {
                well &= sweep(organisation, now, Math.max(daysDropped, 0));
            }
            ended = daysDropped == FAILED ? ended : now;
            if (well) {
                outage.over();
            }
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** Tables that can't be reached now hold up no keys. */
    private int drop(Instant now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(dropped)) {
            return 0;
        }
        try {
            int went = days.drop(now);
            dropped = hour;
            if (went > 0) {
                LOG.info("dropped {} days of tables that are over", went);
            }
            return went;
        } catch (RuntimeException failed) {
            outage.met(failed);
            return FAILED;
        }
    }

    private boolean sweep(OrganisationId organisation, Instant now, int daysDropped) {
        try {
            if (hours.sweep(organisation, now, daysDropped)) {
                behind.remove(organisation);
                return true;
            }
        } catch (RuntimeException failed) {
            outage.met(failed);
        }
        behind.putIfAbsent(organisation, now);
        return false;
    }

    /** For how long what is over could not be ended, of the organisation for which it is longest; the whole sweep included. */
    Duration lag() {
        var oldest = behind.values().stream().min(Instant::compareTo).orElse(ended);
        return Duration.between(oldest.isBefore(ended) ? oldest : ended, clock.instant());
    }
}
