package com.qliento.database;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a daily partition ready for every day that rows may come for, and drops days that are over their time. A node
 * that was off for a while makes up for it at its start, before anything is served.
 */
@Component
public class PartitionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionKeeper.class);

    /** Messages are delivered again for up to seven days, with the day they were written. */
    private static final int DAYS_BACK = 8;

    private static final int DAYS_AHEAD = 7;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int keepDays;

    PartitionKeeper(JdbcClient jdbc, Clock clock, @Value("${qliento.retention.message-days:30}") int keepDays) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keepDays = keepDays;
        keep();
    }

    /** Makes and drops what is due by the clock. Several nodes may do it at once. */
    @Scheduled(cron = "0 20 * * * *", zone = "UTC")
    public final void keep() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var table : tables()) {
            for (int day = -Math.min(DAYS_BACK, keepDays); day <= DAYS_AHEAD; day++) {
                jdbc.sql("SELECT partition_ensure(?, ?)")
                        .param(table)
                        .param(Date.valueOf(today.plusDays(day)))
                        .query(Boolean.class)
                        .single();
            }
            int dropped = jdbc.sql("SELECT partition_drop_before(?, ?)")
                    .param(table)
                    .param(Date.valueOf(today.minusDays(keepDays)))
                    .query(Integer.class)
                    .single();
            if (dropped > 0) {
                LOG.info("{}: dropped {} days that are over {} days old", table, dropped, keepDays);
            }
        }
    }

    private List<String> tables() {
        return jdbc.sql("""
                        SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
                        WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1
                        """).query(String.class).list();
    }
}
