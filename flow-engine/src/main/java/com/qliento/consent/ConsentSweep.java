package com.qliento.consent;

import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.problem.Outage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notes in the ledger what is over. Nothing hangs on it: what is over is not allowed any more, noted or not. */
@Component
class ConsentSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentSweep.class);

    private final ConsentLedger ledger;
    private final Organisations organisations;
    private final OrganisationScope scope;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Consents that are over can't be noted");

    ConsentSweep(ConsentLedger ledger, Organisations organisations, OrganisationScope scope, Clock clock) {
        this.ledger = ledger;
        this.organisations = organisations;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void sweep() {
        try {
            for (var organisation : organisations.ids()) {
                scope.run(organisation, () -> ledger.expire(organisation, clock.instant()));
            }
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }
}
