package com.qliento.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a run as a table for people and as one JSON line for scripts. */
final class Report {
    private final Options options;
    private final Ledger ledger;
    private final Statuses statuses;
    private final double cpuSeconds;

    private final Figures total;
    private final Customer.Count count;

    Report(Options options, Ledger ledger, Statuses statuses, double cpuSeconds) {
        this.options = options;
        this.ledger = ledger;
        this.statuses = statuses;
        this.cpuSeconds = cpuSeconds;
        this.total = ledger.total();
        this.count = ledger.count();
    }

    /**
     * Whether every accepted message had exactly one reply, in order, and every webhook that had to be taken was
     * taken.
     */
    boolean passed() {
        return count.accepted() > 0
                && count.lost() == 0
                && count.repeated() == 0
                && count.misordered() == 0
                && ledger.toStrangers() == 0
                && (options.survive() || refused() == 0);
    }

    String table() {
        var table = new StringBuilder();
        row(table, "replies/s", "%.0f", total.repliesPerSecond(stopsByItself()));
        row(table, "end-to-end ms p50 / p95 / p99 / max", "%s", quantiles(total.endToEnd(), 0.5, 0.95, 0.99, 1));
        row(table, "webhook ms p50 / p99 / max", "%s", quantiles(total.webhook(), 0.5, 0.99, 1));
        row(
                table,
                "messages posted / accepted / replies",
                "%d / %d / %d",
                count.posted(),
                count.accepted(),
                count.replies());
        row(table, "lost / duplicated", "%d / %d", count.lost(), count.repeated());
        row(table, "duplicated, call in flight at a kill", "%d (kills: %d)", count.repeatedInFlight(), ledger.kills());
        row(table, "longest wait after a kill ms", "%.0f", ledger.longestAfterKillMillis());
        row(table, "misordered / numbered replies", "%d / %d", count.misordered(), count.numbered());
        row(table, "calls overlapping for one customer", "%d", count.overlapping());
        row(table, "replies to nobody's number", "%d", ledger.toStrangers());
        row(table, "other calls at the sink", "%d", ledger.callsNotUnderstood());
        row(table, "webhook answers", "%s", answers(total));
        row(table, "status webhooks taken / refused", "%d / %d", statuses.posted(), statuses.refused());
        row(table, "processor seconds of this program", "%.1f", cpuSeconds);
        if (options.channels().size() > 1) {
            options.channels()
                    .forEach(channel -> row(
                            table,
                            "number " + channel.phoneNumberId() + " ms p50 / p99 / max",
                            "%s",
                            quantiles(ledger.figures(channel.phoneNumberId()).endToEnd(), 0.5, 0.99, 1)));
        }
        return table.toString();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"passed\":%b,\"customers\":%d,\"repliesPerSecond\":%.1f,\"endToEnd\":%s,\"webhook\":%s,"
                        + "\"posted\":%d,"
                        + "\"accepted\":%d,\"replies\":%d,\"lost\":%d,\"duplicated\":%d,\"duplicatedInFlight\":%d,"
                        + "\"kills\":%d,\"longestAfterKillMillis\":%.0f,\"numbered\":%d,\"misordered\":%d,"
                        + "\"overlapping\":%d,\"toStrangers\":%d,\"answers\":%s,"
                        + "\"statuses\":{\"taken\":%d,\"refused\":%d},"
                        + "\"cpuSeconds\":%.1f,\"numbers\":{%s}}",
                passed(),
                options.customers(),
                total.repliesPerSecond(stopsByItself()),
                times(total.endToEnd()),
                times(total.webhook()),
                count.posted(),
                count.accepted(),
                count.replies(),
                count.lost(),
                count.repeated(),
                count.repeatedInFlight(),
                ledger.kills(),
                ledger.longestAfterKillMillis(),
                count.numbered(),
                count.misordered(),
                count.overlapping(),
                ledger.toStrangers(),
                answers(total),
                statuses.posted(),
                statuses.refused(),
                cpuSeconds,
                numbers());
    }

    private boolean stopsByItself() {
        return options.rounds() > 0 || ledger.isStopped();
    }

    private long refused() {
        return total.answers().entrySet().stream()
                .filter(answer -> !answer.getKey().equals("200"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String numbers() {
        return options.channels().stream()
                .map(channel -> "\"" + channel.phoneNumberId() + "\":"
                        + times(ledger.figures(channel.phoneNumberId()).endToEnd()))
                .collect(Collectors.joining(","));
    }

    private static String answers(Figures figures) {
        return figures.answers().entrySet().stream()
                .map(answer -> "\"" + answer.getKey() + "\":" + answer.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String times(Histogram times) {
        return String.format(
                Locale.ROOT,
                "{\"count\":%d,\"p50\":%.1f,\"p95\":%.1f,\"p99\":%.1f,\"max\":%.1f}",
                times.count(),
                times.millis(0.5),
                times.millis(0.95),
                times.millis(0.99),
                times.millis(1));
    }

    private static String quantiles(Histogram times, double... shares) {
        return Arrays.stream(shares)
                .mapToObj(share -> String.format(Locale.ROOT, "%.1f", times.millis(share)))
                .collect(Collectors.joining(" / "));
    }

    private static void row(StringBuilder table, String name, String format, Object... values) {
        table.append(String.format(Locale.ROOT, "%-42s ", name))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
