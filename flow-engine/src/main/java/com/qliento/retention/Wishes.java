package com.qliento.retention;

import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Outage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which organisations want it shorter than the platform keeps it: few, and all in memory. A change reaches every node at
 * once, at the latest in a minute.
 */
@Component
class Wishes {

    /** The topic of notifications that a wish changed. */
    private static final String TOPIC = "retention";

    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

    private final JdbcClient jdbc;
    private final Outage outage = new Outage(LOG, "How long organisations keep what came can't be read anew");
    private volatile Map<OrganisationId, Integer> days;

    Wishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.days = read();
    }

    /** How many times 24 hours; 0 for as long as the platform keeps it. */
    int days(OrganisationId organisation) {
        return days.getOrDefault(organisation, 0);
    }

    /** Keeps it, or forgets it when it is null, and tells all nodes when the organisation's transaction commits. */
    void save(OrganisationId organisation, @Nullable Integer wished, String by, Instant now) {
        jdbc.sql("DELETE FROM retention_wish WHERE organisation_id = ?")
                .param(organisation.value())
                .update();
        if (wished != null) {
            jdbc.sql("INSERT INTO retention_wish (organisation_id, days, changed_at, changed_by) VALUES (?, ?, ?, ?)")
                    .param(organisation.value())
                    .param(wished)
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(by)
                    .update();
        }
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(TOPIC + ":" + organisation)
                .query((row, n) -> true)
                .single();
    }

    private Map<OrganisationId, Integer> read() {
        var read = new HashMap<OrganisationId, Integer>();
        jdbc.sql("SELECT organisation_id, days FROM retention_wishes()").query(row -> {
            read.put(new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getInt("days"));
        });
        return Map.copyOf(read);
    }

    /** What was known stays while the database is away. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void readAnew() {
        try {
            days = read();
            outage.over();
        } catch (RuntimeException away) {
            outage.met(away);
        }
    }

    @EventListener
    void hear(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            readAnew();
        }
    }
}
