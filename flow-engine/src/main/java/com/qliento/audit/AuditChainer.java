package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives entries their places in the chain: in batches, each one transaction, for one organisation one at a time whichever
 * nodes there are. The sequence is the order in which entries were seen to be committed; see {@code audit_chain}.
 */
@Component
class AuditChainer {

    /** What an organisation's entries wait for. */
    record Waiting(
            OrganisationId organisation,
            long entries,
            @Nullable Instant oldest) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuditChainer.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    AuditChainer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        try {
            waiting().forEach(one -> chain(one.organisation()));
        } catch (RuntimeException away) {
            LOG.warn(
                    "Entries of the audit wait for their places: {}",
                    away.getClass().getSimpleName());
        }
    }

    /** Whose entries wait. */
    List<Waiting> waiting() {
        return jdbc.sql("SELECT organisation_id, entries, oldest FROM audit_waiting_all()")
                .query((row, n) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Waiting(
                            new OrganisationId(row.getObject("organisation_id", UUID.class)),
                            row.getLong("entries"),
                            oldest == null ? null : oldest.toInstant());
                })
                .list();
    }

    /** All that wait now, unless somebody else is at it. */
    void chain(OrganisationId organisation) {
        while (jdbc.sql("SELECT audit_chain(?, ?)")
                        .param(organisation.value())
                        .param(BATCH)
                        .query(Integer.class)
                        .single()
                == BATCH) {
            LOG.debug("A batch of entries has its places");
        }
    }
}
