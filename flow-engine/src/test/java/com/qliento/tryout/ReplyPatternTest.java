package com.qliento.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ReplyPatternTest {

    private static boolean fits(String pattern, String reply) {
        return new ReplyPattern(pattern).fits(reply);
    }

    @Test
    void letter_case_and_white_space_do_not_count() {
        assertThat(fits("one  Flat white", " One flat\n white ")).isTrue();
        assertThat(fits("One flat white", "One flat whites")).isFalse();
    }

    @Test
    void a_star_stands_for_anything() {
        assertThat(fits("One *, ready in * minutes*", "One tea, ready in ten minutes."))
                .isTrue();
        assertThat(fits("*ready", "Ready or not")).isFalse();
        assertThat(fits("a*a", "a")).isFalse();
        assertThat(fits("*", "")).isTrue();
    }

    @Test
    void numbers_dates_and_times_may_be_others() {
        assertThat(fits("{number} roses cost {number}", "12 roses cost 1.030,50"))
                .isTrue();
        assertThat(fits("On {date} at {time}", "On 2026-02-03 at 9:30")).isTrue();
        assertThat(fits("{number} roses", "twelve roses")).isFalse();
    }

    @Test
    void a_saved_reply_fits_itself_and_the_same_reply_on_another_day() {
        var pattern = ReplyPattern.of("*Hello* (you), it is 2026-02-03 [a-z]+ $1 \\E");

        assertThat(fits(pattern, "*Hello* (you), it is 2027-12-31 [a-z]+ $1 \\E"))
                .isTrue();
    }

    @Test
    void many_stars_take_no_long_time() {
        Assertions.assertTimeout(
                Duration.ofSeconds(1), () -> assertThat(fits("a*".repeat(1_000) + "b", "a".repeat(4_000)))
                        .isFalse());
    }
}
