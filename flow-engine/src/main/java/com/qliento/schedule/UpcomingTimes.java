package com.qliento.schedule;

import com.qliento.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The times of a rhythm that come next.
 *
 * @param times the first of them, {@link #SHOWN} at most, at least one
 * @param zone by whose clock
 * @param often whether there are so many a day that somebody may not want them: more than {@link #OFTEN}
 */
public record UpcomingTimes(List<Instant> times, ZoneId zone, boolean often) {

    /** So many are shown. */
    public static final int SHOWN = 5;

    /** More than so many in a day are pointed out. */
    public static final int OFTEN = 24;

    /** More than so many in a day are refused: one every five minutes. */
    public static final int MOST = 288;

    private static final Duration FAR = Duration.ofDays(3_660);

    /** Throws {@link Problem} (invalid) when there are none, or more than anybody can want. */
    static UpcomingTimes of(Rhythm rhythm, Instant now, ZoneId organisation) {
        var times = rhythm.times(now, MOST + 1, organisation);
        if (times.isEmpty()) {
            throw rhythm instanceof Rhythm.Once
                    ? Problem.invalid("at", "This time has passed already. Choose one that is to come.")
                    : Problem.invalid("cron", "This never happens: there is no such day in any year.")
                            .with("why", "never");
        }
        if (rhythm instanceof Rhythm.Once && times.get(0).isAfter(now.plus(FAR))) {
            throw Problem.invalid("at", "This is more than ten years ahead. Choose a time before that.");
        }
        if (inADay(times, MOST)) {
            throw Problem.invalid(
                            "cron",
                            "This begins the flow more than " + MOST
                                    + " times a day, for ever. Every five minutes is the most there is.")
                    .with("why", "often");
        }
        return new UpcomingTimes(
                List.copyOf(times.subList(0, Math.min(SHOWN, times.size()))),
                rhythm.zone(organisation),
                inADay(times, OFTEN));
    }

    /** Whether more than so many are within a day. */
    private static boolean inADay(List<Instant> times, int most) {
        return times.size() > most && times.get(most).isBefore(times.get(0).plus(Duration.ofDays(1)));
    }

    /** The one that comes next. */
    public Instant first() {
        return times.get(0);
    }
}
