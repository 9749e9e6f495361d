package com.qliento.host;

import com.qliento.organisation.OrganisationId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists as rows. Runs inside a transaction of the organisation. */
@Component
class HostStore {

    static final String TOPIC = "host";

    private final JdbcClient jdbc;

    HostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it, and tells all nodes when the transaction commits. One that is allowed stays so when it is asked for. */
    void save(OrganisationId organisation, HostFacts host) {
        jdbc.sql("""
                        INSERT INTO host_allowed AS known (organisation_id, host, allowed, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id, host) DO UPDATE SET allowed = excluded.allowed,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        WHERE NOT known.allowed
                        """)
                .param(organisation.value())
                .param(host.host())
                .param(host.allowed())
                .param(host.changedAt().atOffset(ZoneOffset.UTC))
                .param(host.changedBy())
                .update();
        tell(organisation);
    }

    /** Takes it out, and tells all nodes when the transaction commits; gives whether it was there. */
    boolean delete(OrganisationId organisation, String host) {
        int deleted = jdbc.sql("DELETE FROM host_allowed WHERE organisation_id = ? AND host = ?")
                .param(organisation.value())
                .param(host)
                .update();
        tell(organisation);
        return deleted > 0;
    }

    private void tell(OrganisationId organisation) {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    /** All: first those that are asked for, each part by name. */
    List<HostFacts> all(OrganisationId organisation) {
        return jdbc.sql("""
                        SELECT host, allowed, changed_at, changed_by FROM host_allowed WHERE organisation_id = ?
                        ORDER BY allowed, host
                        """)
                .param(organisation.value())
                .query((row, n) -> new HostFacts(
                        row.getString("host"),
                        row.getBoolean("allowed"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }
}
