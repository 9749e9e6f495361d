package com.qliento.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * One trace a minute of a logger that writes one at each try. The engine looks for timers all the time; while the
 * database is away, or its disk is full, the first trace says it and the rest would fill another disk.
 */
final class RepeatedTraces extends TurboFilter {

    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final String logger;
    private final LongSupplier nanos;
    private final AtomicLong next;

    RepeatedTraces(String logger, LongSupplier nanos) {
        this.logger = logger;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
        setName("traces of " + logger);
    }

    /** From now on; once is enough for all engines of the process. */
    static void boundThoseOf(String logger) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var filter = new RepeatedTraces(logger, System::nanoTime);
            if (context.getTurboFilterList().stream()
                    .noneMatch(other -> filter.getName().equals(other.getName()))) {
                context.addTurboFilter(filter);
            }
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger from,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (!hasTrace(parameters, thrown) || !from.getName().equals(logger)) {
            return FilterReply.NEUTRAL;
        }
        long now = nanos.getAsLong();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + QUIET) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean hasTrace(Object @Nullable [] parameters, @Nullable Throwable thrown) {
        return thrown != null
                || (parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable);
    }
}
