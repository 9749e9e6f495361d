package com.qliento.database;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a daily partition ready for every day that rows may come for, and drops days when it is told to. A node that was
 * off for a while makes up for it at its start, before anything is served.
 */
@Component
public class PartitionKeeper {

    /** Messages are delivered again for up to seven days, with the day they were written. */
    public static final int DAYS_BACK = 8;

    private static final int DAYS_AHEAD = 7;

    private final JdbcClient jdbc;
    private final Clock clock;

    PartitionKeeper(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        keep();
    }

    /** Makes what is due by the clock. Several nodes may do it at once. */
    @Scheduled(cron = "0 20 * * * *", zone = "UTC")
    public final void keep() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var table : tables()) {
            for (int day = -DAYS_BACK; day <= DAYS_AHEAD; day++) {
                jdbc.sql("SELECT partition_ensure(?, ?)")
                        .param(table)
                        .param(Date.valueOf(today.plusDays(day)))
                        .query(Boolean.class)
                        .single();
            }
        }
    }

    /** The tables that have a partition for each day, by name. */
    public List<String> tables() {
        return jdbc.sql("""
                        SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
                        WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1
                        """).query(String.class).list();
    }

    /** How many days of the table lie before this one. */
    public int daysBefore(String table, LocalDate firstKept) {
        return jdbc.sql("""
                        SELECT count(*) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                          JOIN pg_class p ON p.oid = i.inhparent
                        WHERE p.relname = ? AND p.relnamespace = 'public'::regnamespace AND c.relname ~ '_[0-9]{8}$'
                          AND to_date(right(c.relname, 8), 'YYYYMMDD') < ?
                        """)
                .param(table)
                .param(Date.valueOf(firstKept))
                .query(Integer.class)
                .single();
    }

    /**
     * Drops the table's days before this one, and rows without a day of their own that were written before the instant.
     * Gives how many days went.
     */
    public int drop(String table, LocalDate firstKept, Instant writtenBefore) {
        return jdbc.sql("SELECT partition_drop(?, ?, ?)")
                .param(table)
                .param(Date.valueOf(firstKept))
                .param(writtenBefore.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
