package com.qliento.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void after_the_burst_one_goes_per_interval() {
        var bucket = new TokenBucket(45, Duration.ofSeconds(6));
        for (int i = 0; i < 45; i++) {
            assertThat(bucket.next(NOON)).isBeforeOrEqualTo(NOON);
            bucket.take(NOON);
        }

        assertThat(bucket.next(NOON)).isEqualTo(NOON.plusSeconds(6));
        bucket.take(NOON.plusSeconds(6));
        assertThat(bucket.next(NOON.plusSeconds(6))).isEqualTo(NOON.plusSeconds(12));
    }

    @Test
    void a_burst_is_there_again_when_all_is_paid_back_and_not_before() {
        var bucket = new TokenBucket(2, Duration.ofSeconds(6));
        bucket.take(NOON);
        bucket.take(NOON);

        assertThat(bucket.full(NOON.plusSeconds(11))).isFalse();
        assertThat(bucket.full(NOON.plusSeconds(12))).isTrue();
    }

    @Test
    void another_measure_forgives_nothing() {
        var bucket = new TokenBucket(10, Duration.ofMillis(100));
        for (int i = 0; i < 10; i++) {
            bucket.take(NOON);
        }

        var half = bucket.remeasured(5, Duration.ofMillis(200));

        assertThat(half.next(NOON)).isAfter(NOON);
    }

    @Property
    void in_no_stretch_of_time_go_more_than_the_burst_and_one_per_interval(
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @IntRange(min = 1, max = 5_000) int interval,
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 8_000) Integer> gaps) {
        var bucket = new TokenBucket(burst, Duration.ofMillis(interval));
        var taken = new ArrayList<Instant>();
        var now = NOON;

        for (int gap : gaps) {
            now = now.plusMillis(gap % 7 == 0 ? gap : gap % 20);
            if (!bucket.next(now).isAfter(now)) {
                bucket.take(now);
                taken.add(now);
            }
        }

        for (int from = 0; from < taken.size(); from++) {
            for (int to = from; to < taken.size(); to++) {
                long elapsed = Duration.between(taken.get(from), taken.get(to)).toMillis();
                assertThat((long) to - from + 1).isLessThanOrEqualTo(burst + elapsed / interval);
            }
        }
    }

    @Property
    void whoever_waits_until_the_time_told_may_go_then(
            @ForAll @IntRange(min = 1, max = 20) int burst, @ForAll @IntRange(min = 1, max = 60) int takes) {
        var bucket = new TokenBucket(burst, Duration.ofMillis(125));
        var now = NOON;

        for (int i = 0; i < takes; i++) {
            var next = bucket.next(now);
            now = next.isAfter(now) ? next : now;
            assertThat(bucket.next(now)).isBeforeOrEqualTo(now);
            bucket.take(now);
        }

        assertThat(now).isEqualTo(NOON.plusMillis(125L * Math.max(0, takes - burst)));
    }
}
