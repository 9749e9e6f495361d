package com.qliento.access;

import com.qliento.problem.Outage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends packages whose time is over, and destroys the keys of those that failed or were ended half way. Several nodes may do
 * it at once.
 */
@Component
class PackageSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PackageSweep.class);
    private static final int MOST = 100;

    private final PackageStore store;
    private final PackagePieces pieces;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Packages whose time is over can't be destroyed");

    PackageSweep(PackageStore store, PackagePieces pieces, Clock clock) {
        this.store = store;
        this.pieces = pieces;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void sweep() {
        try {
            store.ended(clock.instant(), MOST).forEach(this::end);
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    /** One that failed stays to be seen as such. */
    private void end(PackageStore.Ended one) {
        if (one.failed()) {
            pieces.forget(one.organisation(), one.id());
        } else {
            pieces.end(one.organisation(), one.id());
        }
    }
}
