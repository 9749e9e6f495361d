package com.qliento.access;

import com.qliento.problem.Outage;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends packages whose time is over, destroys the keys of those that failed or were ended half way, and deletes what was
 * brought in and can't be read any more. Several nodes may do
 * it at once.
 */
@Component
class PackageSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PackageSweep.class);
    private static final int MOST = 100;

    /** As long as the platform keeps messages at most; who keeps them shorter can't read them before they are deleted. */
    private static final Duration IMPORTED = Duration.ofDays(30);

    private static final int MOST_IMPORTED = 10_000;

    private final PackageStore store;
    private final ImportedStore imported;
    private final PackagePieces pieces;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Packages whose time is over can't be destroyed");

    PackageSweep(PackageStore store, ImportedStore imported, PackagePieces pieces, Clock clock) {
        this.store = store;
        this.imported = imported;
        this.pieces = pieces;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void sweep() {
        try {
            store.ended(clock.instant(), MOST).forEach(this::end);
            var before = clock.instant().minus(IMPORTED);
            int gone = MOST_IMPORTED;
            while (gone == MOST_IMPORTED) {
                gone = imported.end(before, MOST_IMPORTED);
            }
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
