package com.qliento.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the heads of a day signed in its first minutes. */
@Component
class AuditHeadSweep {

    private static final Logger LOG = LoggerFactory.getLogger(AuditHeadSweep.class);

    private final AuditHeads heads;

    AuditHeadSweep(AuditHeads heads) {
        this.heads = heads;
    }

    @Scheduled(fixedDelay = 300_000)
    void sweep() {
        try {
            heads.signAll();
        } catch (RuntimeException away) {
            LOG.warn("Heads of the audit wait: {}", away.getClass().getSimpleName());
        }
    }
}
