package com.qliento.inbox;

import com.qliento.problem.Outage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks the database what is due and nobody is at: left by a node that died, or put off until now. */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 5_000;

    private final InboxStore store;
    private final Lanes lanes;
    private final InboxSettings settings;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The database can't be asked for waiting messages");

    Sweep(InboxStore store, Lanes lanes, InboxSettings settings, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${qliento.inbox.sweep:1s}")
    void sweep() {
        try {
            var now = clock.instant();
            store.lanesDue(now.minus(settings.handOver()), now, AT_ONCE).forEach(lanes::wake);
            store.organisationsWithStatuses().forEach(lanes::wakeStatuses);
            outage.over();
        } catch (DataAccessException | TransactionException away) {
            outage.met(away);
        }
    }
}
