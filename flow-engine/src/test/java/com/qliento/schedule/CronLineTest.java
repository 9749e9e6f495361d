package com.qliento.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a line of cron happens, by the clocks of the world. */
class CronLineTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void a_time_that_does_not_exist_that_day_happens_once_right_after_the_gap() {
        assertThat(times("30 2 * * *", "2026-03-28T12:00", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        assertThat(times("*/15 2 * * *", "2026-03-28T12:00", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void a_time_that_exists_twice_happens_once() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    }

    @Test
    void hourly_ones_keep_going() {
        assertThat(times("15 * * * *", "2026-10-25T01:00", 4))
                .containsExactly(
                        "2026-10-25T01:15+02:00",
                        "2026-10-25T02:15+02:00",
                        "2026-10-25T02:15+01:00",
                        "2026-10-25T03:15+01:00");
        assertThat(times("15 * * * *", "2026-03-29T01:00", 2))
                .containsExactly("2026-03-29T01:15+01:00", "2026-03-29T03:15+02:00");
        assertThat(times("*/20 0-23 * * *", "2026-03-29T01:30", 2))
                .containsExactly("2026-03-29T01:40+01:00", "2026-03-29T03:00+02:00");
    }

    @Test
    void a_day_that_was_left_out_altogether_is_made_up_for_when_the_next_begins() {
        var apia = ZoneId.of("Pacific/Apia");
        var after =
                ZonedDateTime.of(LocalDateTime.parse("2011-12-29T10:00"), apia).toInstant();

        var next = CronLine.of("0 9 * * *").next(after, apia).orElseThrow();

        assertThat(next.atZone(apia).toLocalDateTime()).isEqualTo(LocalDateTime.parse("2011-12-31T00:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 9 * * 1,4     | 2026-05-06T10:00 | 2026-05-07T09:00
            0 9 * * mon-fri | 2026-05-08T10:00 | 2026-05-11T09:00
            0 9 * * 0       | 2026-05-08T10:00 | 2026-05-10T09:00
            0 9 * * 7       | 2026-05-08T10:00 | 2026-05-10T09:00
            0 9 29 2 *      | 2026-05-08T10:00 | 2028-02-29T09:00
            0 9 29 2 *      | 2096-05-08T10:00 | 2104-02-29T09:00
            0 9 31 * *      | 2026-05-31T10:00 | 2026-07-31T09:00
            0 9 13 * 5      | 2026-05-13T10:00 | 2026-05-15T09:00
            0 9 13 * 5      | 2026-06-12T10:00 | 2026-06-13T09:00
            0 9 L * *       | 2026-02-01T10:00 | 2026-02-28T09:00
            59 23 31 12 *   | 2026-05-08T10:00 | 2026-12-31T23:59
            """)
    void a_line_means_what_cron_means_by_it(String line, String after, String next) {
        assertThat(CronLine.of(line).next(at(after), MADRID)).contains(at(next));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "0 9 * * 1-5 2026",
                "@daily",
                "60 * * * *",
                "0 24 * * *",
                "0 9 0 * *",
                "0 9 32 * *",
                "0 9 * 13 *",
                "0 9 * * 8",
                "0 9 * * MOO",
                "a b c d e",
                "*/0 * * * *",
                "0 5-1 * * *",
                "-1 * * * *",
                "99999999999 * * * *",
                "1,,2 * * * *"
            })
    void what_is_no_line_is_refused_in_words(String text) {
        assertThatThrownBy(() -> CronLine.of(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.more()).containsEntry("field", "cron"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 31 2 *", "0 0 30 2 *", "0 9 * * 1#9", "0 0 31 4,6,9,11 *"})
    void what_never_happens_is_refused(String line) {
        var never = new Rhythm.Again(CronLine.of(line), null);

        assertThatThrownBy(() -> UpcomingTimes.of(never, at("2026-05-08T10:00"), MADRID))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("never happens");
    }

    @Test
    void what_happens_all_the_time_is_refused_and_what_happens_often_is_pointed_out() {
        var now = at("2026-05-08T10:00");

        assertThatThrownBy(() -> UpcomingTimes.of(again("* * * * *"), now, MADRID))
                .hasMessageContaining("288 times");
        assertThatThrownBy(() -> UpcomingTimes.of(again("*/4 * * * *"), now, MADRID))
                .isInstanceOf(Problem.class);
        assertThat(UpcomingTimes.of(again("*/5 * * * *"), now, MADRID).often()).isTrue();
        assertThat(UpcomingTimes.of(again("0 * * * *"), now, MADRID).often()).isFalse();
        assertThat(UpcomingTimes.of(again("0 9 29 2 *"), now, MADRID).times()).hasSize(5);
    }

    /** Held against every minute of the days around changes of the clock, in many zones of the world. */
    @Test
    void next_times_are_those_that_the_clock_shows() {
        var random = new Random(7);
        var zones =
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        int changes = 0;
        for (var zone : zones) {
            var change = zone.getRules().nextTransition(Instant.parse("2026-01-10T00:00:00Z"));
            if (change != null) {
                changes++;
            }
            var from = (change == null ? Instant.parse("2026-05-08T00:00:00Z") : change.getInstant())
                    .minus(Duration.ofHours(30))
                    .plusSeconds(random.nextInt(3_600));
            var line = Line.random(random);
            var until = from.plus(Duration.ofHours(60));

            var found = new ArrayList<Instant>();
            var at = CronLine.of(line.text()).next(from, zone);
            while (at.isPresent() && at.get().isBefore(until)) {
                found.add(at.get());
                at = CronLine.of(line.text()).next(at.get(), zone);
            }

            assertThat(found)
                    .as(line.text() + " in " + zone + " from " + from)
                    .isEqualTo(line.times(from, until, zone));
        }
        assertThat(changes).isGreaterThan(100);
    }

    /** A line whose meaning is plain: sets of minutes and hours. */
    private record Line(
            String minutes, String hours, Predicate<Integer> minute, Predicate<Integer> hour, boolean each) {

        static Line random(Random random) {
            int one = random.nextInt(60);
            int two = random.nextInt(4);
            int step = List.of(5, 7, 10, 15, 20, 30).get(random.nextInt(6));
            return switch (random.nextInt(5)) {
                case 0 -> new Line("" + one, "" + two, m -> m == one, h -> h == two, false);
                case 1 ->
                    new Line(
                            "*/" + step,
                            two + "-" + (two + 2),
                            m -> m % step == 0,
                            h -> h >= two && h <= two + 2,
                            false);
                case 2 -> new Line("" + one, "*", m -> m == one, h -> true, true);
                case 3 -> new Line("*/" + step, "*/2", m -> m % step == 0, h -> h % 2 == 0, false);
                default -> new Line("*/" + step, "*", m -> m % step == 0, h -> true, true);
            };
        }

        String text() {
            return minutes + " " + hours + " * * *";
        }

        List<Instant> times(Instant from, Instant until, ZoneId zone) {
            var times = new TreeSet<Instant>();
            if (each) {
                for (var at = from.truncatedTo(ChronoUnit.MINUTES); at.isBefore(until); at = at.plusSeconds(60)) {
                    if (shown(at.atZone(zone).toLocalDateTime())) {
                        times.add(at);
                    }
                }
            } else {
                var local = LocalDateTime.ofInstant(from, zone)
                        .minusHours(6)
                        .withSecond(0)
                        .withNano(0);
                for (int i = 0; i < 72 * 60; i++, local = local.plusMinutes(1)) {
                    if (shown(local)) {
                        // ZonedDateTime moves a time of a gap by its length; the change itself is what is wanted
                        var change = zone.getRules().getTransition(local);
                        times.add(
                                change != null && change.isGap()
                                        ? change.getInstant()
                                        : local.atZone(zone)
                                                .withEarlierOffsetAtOverlap()
                                                .toInstant());
                    }
                }
            }
            return times.stream()
                    .filter(at -> at.isAfter(from) && at.isBefore(until))
                    .toList();
        }

        private boolean shown(LocalDateTime local) {
            return local.getSecond() == 0 && minute.test(local.getMinute()) && hour.test(local.getHour());
        }
    }

    private static Rhythm again(String line) {
        return new Rhythm.Again(CronLine.of(line), null);
    }

    private static List<String> times(String line, String after, int most) {
        return again(line).times(at(after), most, MADRID).stream()
                .map(time -> time.atZone(MADRID).toOffsetDateTime().toString())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MADRID).toInstant();
    }
}
