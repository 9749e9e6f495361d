package com.qliento.ui.schedule;

import com.qliento.schedule.CronLine;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rhythm that plain words say.
 *
 * @param days of the week; of those that are chosen
 * @param number the day of the month, or how many minutes or hours lie between
 * @param time of the day; midnight where there is none
 */
record PlainRhythm(Kind kind, Set<DayOfWeek> days, int number, LocalTime time) {

    /** The last day of a month, whichever it is. */
    static final int LAST = 32;

    /** How it is said. */
    enum Kind {
        DAILY,
        WEEKDAYS,
        DAYS,
        MONTHLY,
        MINUTES,
        HOURS
    }

    private static final int DAYS_OF_WEEK = 7;
    private static final Pattern AT = Pattern.compile("(\\d{1,2}) (\\d{1,2}) (\\S+) \\* (\\S+)");
    private static final Pattern EVERY_MINUTES = Pattern.compile("\\*/(\\d{1,2}) \\* \\* \\* \\*");
    private static final Pattern EVERY_HOURS = Pattern.compile("0 \\*(?:/(\\d{1,2}))? \\* \\* \\*");

    static PlainRhythm daily(LocalTime time) {
        return new PlainRhythm(Kind.DAILY, Set.of(), 1, time);
    }

    /** What a line of cron says in plain words; empty when only cron says it. */
    static Optional<PlainRhythm> of(CronLine line) {
        var minutes = EVERY_MINUTES.matcher(line.text());
        if (minutes.matches()) {
            return Optional.of(every(Kind.MINUTES, minutes.group(1)));
        }
        var hours = EVERY_HOURS.matcher(line.text());
        if (hours.matches()) {
            return Optional.of(every(Kind.HOURS, hours.group(1) == null ? "1" : hours.group(1)));
        }
        var at = AT.matcher(line.text());
        return at.matches() ? daily(at) : Optional.empty();
    }

    private static PlainRhythm every(Kind kind, String number) {
        return new PlainRhythm(kind, Set.of(), Integer.parseInt(number), LocalTime.MIDNIGHT);
    }

    private static Optional<PlainRhythm> daily(Matcher at) {
        var time = LocalTime.of(Integer.parseInt(at.group(2)), Integer.parseInt(at.group(1)));
        var day = at.group(3);
        var week = at.group(4);
        if (week.equals("*")) {
            return switch (day) {
                case "*" -> Optional.of(daily(time));
                case "L" -> Optional.of(new PlainRhythm(Kind.MONTHLY, Set.of(), LAST, time));
                default ->
                    day.matches("\\d{1,2}")
                            ? Optional.of(new PlainRhythm(Kind.MONTHLY, Set.of(), Integer.parseInt(day), time))
                            : Optional.empty();
            };
        }
        if (!day.equals("*")) {
            return Optional.empty();
        }
        if (week.equals("1-5")) {
            return Optional.of(new PlainRhythm(Kind.WEEKDAYS, Set.of(), 1, time));
        }
        return week.matches("[0-7](,[0-7])*")
                ? Optional.of(new PlainRhythm(Kind.DAYS, days(week), 1, time))
                : Optional.empty();
    }

    private static Set<DayOfWeek> days(String week) {
        return Arrays.stream(week.split(","))
                .map(Integer::parseInt)
                .map(day -> DayOfWeek.of(day == 0 ? DAYS_OF_WEEK : day))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    /** The line of cron that says the same. */
    String cron() {
        var at = time.getMinute() + " " + time.getHour() + " ";
        return switch (kind) {
            case DAILY -> at + "* * *";
            case WEEKDAYS -> at + "* * 1-5";
            case DAYS ->
                at + "* * "
                        + new TreeSet<>(days)
                                .stream()
                                        .map(day -> Integer.toString(day.getValue() % DAYS_OF_WEEK))
                                        .collect(Collectors.joining(","));
            case MONTHLY -> at + (number == LAST ? "L" : number) + " * *";
            case MINUTES -> "*/" + number + " * * * *";
            case HOURS -> number == 1 ? "0 * * * *" : "0 */" + number + " * * *";
        };
    }
}
