package com.qliento.schedule;

import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.policy.SendLimitsInForce;
import com.qliento.problem.Outage;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks what is due, on each node; what two of them see, one begins. */
@Component
class ScheduleSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleSweep.class);
    private static final int AT_ONCE = 500;
    private static final int OF_EACH = 50;
    private static final Duration KEPT = Duration.ofDays(30);

    private final ScheduleStore store;
    private final Beginnings beginnings;
    private final OrganisationScope scope;
    private final SendLimitsInForce zones;
    private final Clock clock;
    private final Set<OrganisationId> moved = ConcurrentHashMap.newKeySet();
    private final Outage outage = new Outage(LOG, "The database can't be asked for schedules that are due");
    private final Outage broken = new Outage(LOG, "A schedule that is due can't begin its flow");

    ScheduleSweep(
            ScheduleStore store, Beginnings beginnings, OrganisationScope scope, SendLimitsInForce zones, Clock clock) {
        this.store = store;
        this.beginnings = beginnings;
        this.scope = scope;
        this.zones = zones;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            moved.removeIf(organisation -> {
                countAnew(organisation);
                return true;
            });
            store.due(clock.instant(), OF_EACH, AT_ONCE).forEach(this::begin);
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void tidy() {
        try {
            store.tidy(clock.instant().minus(KEPT));
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** One that can't begin keeps no other waiting; only a database or keys that are away keep all. */
    private void begin(ScheduleStore.Due due) {
        try {
            beginnings.begin(due);
        } catch (Problem refused) {
            if (refused.is(ProblemKind.UNAVAILABLE)) {
                throw refused;
            }
            beginnings.refused(due, refused.code());
        } catch (TransactionException | TransientDataAccessException | NonTransientDataAccessResourceException away) {
            throw away;
        } catch (RuntimeException fault) {
            broken.met(fault);
            beginnings.refused(due, "failed");
        }
    }

    /** An organisation may go by another clock now. */
    @EventListener
    void changed(DatabaseNotification notification) {
        if (notification.topic().equals(SendLimitsInForce.TOPIC)
                && !notification.key().isEmpty()) {
            moved.add(OrganisationId.of(notification.key()));
        }
    }

    private void countAnew(OrganisationId organisation) {
        var zone = zones.zone(organisation);
        var now = clock.instant();
        scope.run(organisation, () -> store.countedElsewhere(organisation, zone, now)
                .forEach(kept -> store.count(
                        organisation,
                        kept.schedule().id(),
                        new ScheduleStore.Counted(
                                kept.schedule().rhythm().next(now, zone).orElse(null), now, zone))));
    }
}
