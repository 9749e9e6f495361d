package com.qliento.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Something that fails again and again while it lasts, such as a database that is away: told once for each reason, with
 * a trace of types and places, then counted, and once when it is over. What comes and goes is told once a minute.
 */
public final class Outage {

    private static final long QUIET = Duration.ofMinutes(1).toNanos();
    private static final int MOST_REASONS = 20;
    private static final int MOST_CAUSES = 10;

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;
    private final Map<String, Long> told = new HashMap<>();
    private volatile boolean failing;
    private boolean known;
    private long count;

    /** @param what the failure in a sentence without a full stop, such as {@code A webhook could not be stored} */
    public Outage(Logger log, String what) {
        this(log, what, System::nanoTime);
    }

    Outage(Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
    }

    /** It failed once more. */
    public synchronized void met(Throwable failure) {
        failing = true;
        count++;
        if (isToTell(reason(failure))) {
            known = true;
            log.error("{}; further ones are counted", what, Redacted.of(failure));
        }
    }

    /** It went well. */
    public void over() {
        if (failing) {
            end();
        }
    }

    private synchronized void end() {
        failing = false;
        if (known) {
            log.info("Over: {}; it was so {} times", what, count);
            known = false;
            count = 0;
        }
    }

    private boolean isToTell(String reason) {
        long now = nanos.getAsLong();
        var last = told.get(reason);
        boolean lasts = known && last != null;
        if (lasts || (last != null && now - last < QUIET) || (last == null && told.size() == MOST_REASONS)) {
            return false;
        }
        told.put(reason, now);
        return true;
    }

    private static String reason(Throwable failure) {
        var reason = new StringBuilder();
        var cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            reason.append(cause.getClass().getName()).append(' ');
            if (cause instanceof SQLException sql) {
                reason.append(sql.getSQLState()).append(' ');
            }
        }
        return reason.toString();
    }
}
