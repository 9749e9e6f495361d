package com.qliento.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.rules.policy.PrivacyClock.Kind;
import com.qliento.rules.policy.PrivacyClock.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRulesTest {

    private static final Policies POLICIES = new Policies();
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "2026-04-08T09:00:00Z, 2026-05-08T22:00:00Z, 2026-05-08T22:00:00Z",
        "2026-06-10T21:59:00Z, 2026-07-10T22:00:00Z, 2026-07-10T22:00:00Z",
        "2026-06-10T22:00:00Z, 2026-07-11T22:00:00Z, 2026-07-13T22:00:00Z",
        "2026-01-31T09:00:00Z, 2026-03-02T23:00:00Z, 2026-03-02T23:00:00Z"
    })
    void a_request_in_madrid_is_due_as_in_the_worked_examples(Instant received, Instant promise, Instant statute) {
        Deadlines deadlines = POLICIES.deadlines(request(received, Set.of()));

        assertThat(due(deadlines, "deadline.promise")).isEqualTo(promise);
        assertThat(due(deadlines, "deadline.gdpr.month")).isEqualTo(statute);
        assertThat(deadlines.binding().before()).isEqualTo(promise.isBefore(statute) ? promise : statute);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05, 2026-04-06", "2026-08-31, 2026-09-30"})
    void a_month_ends_on_the_same_day_or_the_last_and_on_a_working_day(LocalDate received, LocalDate due) {
        PrivacyClock clock = request(received.atTime(12, 0).atZone(MADRID).toInstant(), Set.of());

        assertThat(due(POLICIES.deadlines(clock), "deadline.gdpr.month")).isEqualTo(clock.endOf(due));
    }

    @Test
    void a_breach_is_counted_in_hours_even_when_the_clocks_change() {
        var clock = new PrivacyClock(
                Kind.BREACH, Law.GDPR, Instant.parse("2026-03-27T19:00:00Z"), MADRID, Set.of(), 0, false, null);

        assertThat(POLICIES.deadlines(clock).binding().before()).isEqualTo(Instant.parse("2026-03-30T19:00:00Z"));
    }

    @Test
    void an_extension_counts_from_receipt_and_not_from_a_date_that_was_moved() {
        var clock = new PrivacyClock(
                Kind.REQUEST, Law.GDPR, Instant.parse("2026-01-31T09:00:00Z"), MADRID, Set.of(), 0, true, null);

        assertThat(due(POLICIES.deadlines(clock), "deadline.gdpr.extension"))
                .isEqualTo(clock.endOf(LocalDate.of(2026, 4, 30)));
    }

    @Test
    void in_the_united_kingdom_the_month_runs_from_the_last_thing_supplied() {
        var clock = new PrivacyClock(
                Kind.REQUEST,
                Law.UK_GDPR,
                Instant.parse("2026-06-01T09:00:00Z"),
                ZoneId.of("Europe/London"),
                Set.of(),
                0,
                false,
                Instant.parse("2026-06-10T09:00:00Z"));

        assertThat(due(POLICIES.deadlines(clock), "deadline.gdpr.month"))
                .isEqualTo(clock.endOf(LocalDate.of(2026, 7, 10)));
    }

    @Property(tries = 200)
    void one_more_holiday_never_makes_a_date_earlier(@ForAll("days") LocalDate day, @ForAll("days") LocalDate holiday) {
        Instant received = day.atTime(10, 0).atZone(MADRID).toInstant();

        Instant without = due(POLICIES.deadlines(request(received, Set.of())), "deadline.gdpr.month");
        Instant with = due(POLICIES.deadlines(request(received, Set.of(holiday))), "deadline.gdpr.month");

        assertThat(with).isAfterOrEqualTo(without);
    }

    @Property(tries = 200)
    void what_binds_is_never_later_than_the_promise_and_a_later_request_never_earlier(
            @ForAll("days") LocalDate day, @ForAll("days") LocalDate other) {
        LocalDate first = day.isBefore(other) ? day : other;
        LocalDate second = day.isBefore(other) ? other : day;
        var holidays = new HashSet<LocalDate>(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 6)));
        Deadlines one =
                POLICIES.deadlines(request(first.atTime(10, 0).atZone(MADRID).toInstant(), holidays));
        Deadlines two =
                POLICIES.deadlines(request(second.atTime(10, 0).atZone(MADRID).toInstant(), holidays));

        assertThat(one.binding().before()).isBeforeOrEqualTo(due(one, "deadline.promise"));
        assertThat(due(two, "deadline.gdpr.month")).isAfterOrEqualTo(due(one, "deadline.gdpr.month"));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2026, 1, 1).toEpochDay(),
                        LocalDate.of(2028, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static PrivacyClock request(Instant received, Set<LocalDate> holidays) {
        return new PrivacyClock(Kind.REQUEST, Law.GDPR, received, MADRID, holidays, 0, false, null);
    }

    private static Instant due(Deadlines deadlines, String rule) {
        return deadlines.candidates().stream()
                .filter(due -> due.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .before();
    }
}
