package com.qliento.database;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether the servers of both databases would write something of people into their logs, looked at when the application is
 * ready and each hour: a warning in the log, and the health component {@code databaseLog}. That is up all the same, since
 * everything works; which settings to change stands in it.
 */
final class ServerLogHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLogHealth.class);

    private final Map<String, JdbcClient> databases;
    private volatile List<String> told = List.of();

    ServerLogHealth(DataSource main, DataSource keys) {
        this.databases = Map.of("main", JdbcClient.create(main), "keys", JdbcClient.create(keys));
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void look() {
        var now = new ArrayList<String>();
        databases.forEach((name, jdbc) -> {
            try {
                new ServerLog(settings(jdbc)).writesValues().forEach(one -> now.add(name + ": " + one));
            } catch (DataAccessException away) {
                LOG.debug(
                        "The {} database is not at hand: {}",
                        name,
                        away.getClass().getSimpleName());
            }
        });
        now.sort(null);
        if (!now.equals(told) && !now.isEmpty()) {
            LOG.warn(
                    "PostgreSQL may write something of people into its own log, where no erasure reaches it: {}."
                            + " See SECURITY.md",
                    String.join("; ", now));
        }
        told = List.copyOf(now);
    }

    private static Map<String, String> settings(JdbcClient jdbc) {
        var settings = new HashMap<String, String>();
        jdbc.sql("SELECT name, setting FROM pg_settings WHERE name = ANY (?)")
                .param(ServerLog.QUIET.keySet().toArray(String[]::new))
                .query((ResultSet row) -> {
                    settings.put(row.getString(1), row.getString(2));
                });
        return settings;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("writesValues", told).build();
    }
}
