package com.qliento.erasure;

import com.qliento.problem.Outage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does the erasures and ends the holds that are due. Several nodes may do it at once; one that breaks off holds up no other. */
@Component
class ErasureSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSweep.class);
    private static final int MOST = 100;

    private final ErasureWork work;
    private final HoldEnd holds;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "A step of an erasure could not be done");

    ErasureSweep(ErasureWork work, HoldEnd holds, Clock clock) {
        this.work = work;
        this.holds = holds;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${qliento.erasure.sweep:1s}", initialDelayString = "${qliento.erasure.sweep:1s}")
    void sweep() {
        try {
            boolean well = true;
            for (var due : work.due(MOST)) {
                well &= tried(() -> work.run(due.organisation(), due.id()));
            }
            for (var over : holds.due(clock.instant(), MOST)) {
                well &= tried(() -> holds.end(over.organisation(), over.id(), null));
            }
            if (well) {
                outage.over();
            }
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    private boolean tried(Runnable one) {
        try {
            one.run();
            return true;
        } catch (RuntimeException failed) {
            outage.met(failed);
            return false;
        }
    }
}
