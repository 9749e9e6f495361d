package com.qliento.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.call.CallOutcome;
import com.qliento.guard.HttpReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What failed together does not come again together. */
class RetrySpreadTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final SplittableRandom random = new SplittableRandom(7);
    private final RetrySpread spread = new RetrySpread(random::nextDouble);

    @Test
    void tries_that_failed_at_one_instant_are_made_again_over_a_fifth_of_the_pause() {
        var pauses = pauses(2, null);

        assertThat(pauses)
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(5)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(6)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(306)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(354)) > 0);
        for (int tenth = 0; tenth < 10; tenth++) {
            var from = Duration.ofSeconds(300 + 6L * tenth);
            assertThat(pauses.stream()
                            .filter(pause -> pause.compareTo(from) >= 0 && pause.compareTo(from.plusSeconds(6)) < 0))
                    .hasSizeBetween(60, 140);
        }
    }

    @Test
    void what_an_endpoint_asks_for_is_kept_and_spread_too() {
        assertThat(pauses(1, "600"))
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(10)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofMinutes(12)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofMinutes(11)) > 0);
    }

    private List<Duration> pauses(int attempt, @Nullable String retryAfter) {
        return IntStream.range(0, 1_000)
                .mapToObj(one -> new WebhookReply(attempt, CLOCK, spread)
                        .answer(new HttpReply.Answer(503, "text/plain", retryAfter, new byte[0])))
                .map(CallOutcome.Again.class::cast)
                .map(CallOutcome.Again::after)
                .toList();
    }
}
