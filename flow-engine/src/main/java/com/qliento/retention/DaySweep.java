package com.qliento.retention;

import com.qliento.database.PartitionKeeper;
import com.qliento.rules.policy.KeptData.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Drops whole days of tables when nothing of them is kept any more: each table by the time of what it holds, counted from
 * when rows were written down here.
 */
@Component
class DaySweep {

    /** Hold no content: where conversations went, what came of calls and of mail. All others hold what was said. */
    static final Set<String> TRACES = Set.of("call_record", "conversation_trace", "mail_refusal");

    /** Has rows by the day a customer wrote them, which may come here later. */
    static final String BY_DAY_WRITTEN = "inbox_message";

    private final PartitionKeeper partitions;
    private final Periods periods;

    DaySweep(PartitionKeeper partitions, Periods periods) {
        this.partitions = partitions;
        this.periods = periods;
    }

    /** How many days of tables went. */
    int drop(Instant now) {
        return partitions.tables().stream()
                .mapToInt(table -> partitions.drop(table, firstKept(table, now), over(table, now)))
                .sum();
    }

    /** How many would. */
    int count(Instant now) {
        return partitions.tables().stream()
                .mapToInt(table -> partitions.daysBefore(table, firstKept(table, now)))
                .sum();
    }

    private Instant over(String table, Instant now) {
        return now.minus(periods.of(TRACES.contains(table) ? Category.TRACE : Category.MESSAGE, 0));
    }

    private LocalDate firstKept(String table, Instant now) {
        var day = LocalDate.ofInstant(over(table, now), ZoneOffset.UTC);
        return table.equals(BY_DAY_WRITTEN) ? day.minusDays(PartitionKeeper.DAYS_BACK) : day;
    }
}
