package com.qliento.block;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a flow may wait: at least one second, at most 30 days (then the retention of what was said ends). */
public final class FlowDuration {

    /** The shortest wait; less would be a loop that keeps the machine busy. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The longest wait. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final Pattern WEEKS = Pattern.compile("[pP](\\d{1,6})[wW]");

    private FlowDuration() {}

    /**
     * Reads ISO 8601 in weeks ({@code P2W}) or days, hours, minutes and seconds ({@code P1DT12H}). Empty when it is
     * anything else, such as a date, a cycle, months or years; the limits are not looked at.
     */
    public static Optional<Duration> parse(String text) {
        String iso = text.strip();
        Matcher weeks = WEEKS.matcher(iso);
        if (weeks.matches()) {
            return Optional.of(Duration.ofDays(7L * Integer.parseInt(weeks.group(1))));
        }
        try {
            return Optional.of(Duration.parse(iso));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether a flow may wait this long. */
    public static boolean allowed(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }
}
