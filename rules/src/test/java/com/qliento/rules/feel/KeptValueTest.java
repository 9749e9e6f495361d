package com.qliento.rules.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.Range.RangeBoundary;
import org.kie.dmn.feel.runtime.custom.ZoneTime;
import org.kie.dmn.feel.runtime.impl.RangeImpl;

/** Values written to be kept and read again. */
class KeptValueTest {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Rome"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"), ZoneId.of("Etc/UTC"));

    @Property(tries = 1_000)
    void what_is_kept_is_read_as_the_same_value_of_the_same_type(@ForAll("values") @Nullable Object value) {
        assertThat(KeptValue.read(KeptValue.written(value))).isEqualTo(value);
    }

    @Property(tries = 500)
    void what_is_kept_is_made_of_what_json_knows(@ForAll("values") @Nullable Object value) {
        assertThat(isJson(KeptValue.written(value))).isTrue();
    }

    @Property(tries = 500)
    void what_was_kept_is_seen_by_feel_as_equal(@ForAll("single") Object value) {
        var again = KeptValue.read(KeptValue.written(value));

        assertThat(new Expressions().compile("a = b").evaluate(Map.of("a", value, "b", again)))
                .isEqualTo(true);
    }

    @Example
    void a_context_that_looks_like_a_kept_value_is_kept_as_a_context() {
        var context = Map.of("@", "date", "value", "2026-03-29");

        assertThat(KeptValue.read(KeptValue.written(context))).isEqualTo(context);
    }

    @Example
    void what_is_no_value_is_refused_and_not_quoted() {
        assertThatThrownBy(() -> KeptValue.written(List.of(new StringBuilder("secret"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> KeptValue.read(Map.of("@", "date", "value", "secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static boolean isJson(@Nullable Object written) {
        if (written instanceof List<?> list) {
            return list.stream().allMatch(KeptValueTest::isJson);
        }
        if (written instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(KeptValueTest::isJson);
        }
        return written == null
                || written instanceof String
                || written instanceof Boolean
                || written instanceof BigDecimal;
    }

    @Provide
    Arbitrary<Object> single() {
        Arbitrary<LocalDate> dates =
                Arbitraries.longs().between(-900_000, 2_900_000).map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> times =
                Arbitraries.longs().between(0, 86_399_999_999_999L).map(LocalTime::ofNanoOfDay);
        Arbitrary<LocalTime> minutes = Arbitraries.integers().between(0, 1439).map(m -> LocalTime.of(m / 60, m % 60));
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.integers().between(-56, 56).map(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900));
        Arbitrary<ZoneId> zones = Arbitraries.of(ZONES);
        Arbitrary<LocalDateTime> local =
                Combinators.combine(dates, Arbitraries.oneOf(times, minutes)).as(LocalDateTime::of);
        return Arbitraries.oneOf(List.of(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.bigDecimals().ofScale(9),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-100), BigDecimal.valueOf(100))
                        .ofScale(2),
                Arbitraries.of(true, false),
                dates,
                times,
                minutes,
                Combinators.combine(times, offsets).as(LocalTime::atOffset),
                Combinators.combine(minutes, zones).as((time, zone) -> ZoneTime.of(time, zone, true)),
                local,
                Combinators.combine(local, offsets).as((time, offset) -> time.atZone(offset)),
                Combinators.combine(local, zones).as(LocalDateTime::atZone),
                Combinators.combine(
                                Arbitraries.longs().between(-1L << 40, 1L << 40),
                                Arbitraries.integers().between(0, 999_999_999))
                        .as(Duration::ofSeconds),
                Arbitraries.integers()
                        .between(-10_000, 10_000)
                        .map(months -> new ComparablePeriod(Period.ofMonths(months)))));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> ranges = Combinators.combine(
                        Arbitraries.of(RangeBoundary.values()),
                        Arbitraries.integers()
                                .between(0, 50)
                                .map(BigDecimal::valueOf)
                                .injectNull(0.1),
                        Arbitraries.integers()
                                .between(51, 99)
                                .map(BigDecimal::valueOf)
                                .injectNull(0.1),
                        Arbitraries.of(RangeBoundary.values()))
                .as(RangeImpl::new);
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(single(), ranges).injectNull(0.05), KeptValueTest::around, 0, 3);
    }

    private static Arbitrary<Object> around(Arbitrary<Object> inside) {
        Arbitrary<Object> lists = inside.list().ofMaxSize(4).map(list -> list);
        Arbitrary<Object> contexts = Arbitraries.maps(Arbitraries.of("a", "@", "value", "two words", "ñ"), inside)
                .ofMaxSize(4)
                .map(map -> map);
        return Arbitraries.oneOf(inside, lists, contexts);
    }
}
