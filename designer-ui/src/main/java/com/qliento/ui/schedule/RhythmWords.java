package com.qliento.ui.schedule;

import com.qliento.schedule.Rhythm;
import com.vaadin.flow.component.Component;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says when a schedule begins its flow, in the language of whoever looks. */
final class RhythmWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Component speaker;
    private final Locale locale;

    RhythmWords(Component speaker, Locale locale) {
        this.speaker = speaker;
        this.locale = locale;
    }

    /** "Every Monday and Thursday at 09:00, Europe/Madrid". */
    String of(Rhythm rhythm, ZoneId organisation) {
        var zone = rhythm.zone(organisation);
        if (rhythm instanceof Rhythm.Once once) {
            return said("schedules.once", time(once.at(), zone), place(zone));
        }
        var line = ((Rhythm.Again) rhythm).line();
        var words = PlainRhythm.of(line).map(this::of).orElseGet(() -> said("schedules.by.cron", line.text()));
        return said("schedules.there", words, place(zone));
    }

    private String of(PlainRhythm plain) {
        var at = clock(plain.time());
        return switch (plain.kind()) {
            case DAILY -> said("schedules.every.day", at);
            case WEEKDAYS -> said("schedules.every.weekday", at);
            case DAYS -> said("schedules.every.days", days(plain.days()), at);
            case MONTHLY ->
                plain.number() == PlainRhythm.LAST
                        ? said("schedules.every.month.last", at)
                        : said("schedules.every.month", plain.number(), at);
            case MINUTES -> said("schedules.every.minutes", plain.number());
            case HOURS -> said("schedules.every.hours", plain.number());
        };
    }

    private String days(Set<DayOfWeek> days) {
        var names = new TreeSet<>(days)
                .stream().map(day -> day(day, TextStyle.FULL)).collect(Collectors.toList());
        var last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : said("schedules.days.and", String.join(", ", names), last);
    }

    /** The name of a day of the week. */
    String day(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, locale);
    }

    /** A day and time by the clock of a zone: "Mon, 4 May 2026, 09:00". */
    String time(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return day(there.getDayOfWeek(), TextStyle.SHORT) + ", "
                + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(there)
                + ", " + clock(there.toLocalTime());
    }

    static String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    static String place(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId().replace('_', ' ');
    }

    private String said(String words, Object... values) {
        return speaker.getTranslation(words, values);
    }
}
