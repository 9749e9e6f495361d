package com.qliento.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.call.CallOutcome;
import com.qliento.call.Repeat;
import com.qliento.guard.AddressRefusal;
import com.qliento.guard.HttpReply;
import com.qliento.guard.Trouble;
import com.qliento.secret.SecretText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What replies mean for the flow that waits. */
class OutcomesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400,http-400,false",
        "404,http-404,false",
        "418,http-4xx,false",
        "429,http-429,true",
        "304,http-3xx,false",
        "500,http-500,true",
        "501,http-5xx,true",
        "503,http-503,true",
        "599,http-5xx,true"
    })
    void what_is_no_success_fails_by_a_fixed_word(int status, String code, boolean trouble) {
        assertThat(of(Repeat.NEVER, 1, answer(status, null))).isEqualTo(new CallOutcome.Failed(code, trouble));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "0|1",
                "Wed, 01 Jul 2026 10:00:30 GMT|30",
                "Wed, 01 Jul 2026 09:00:00 GMT|1",
                "soon|1",
                "-5|1"
            })
    void a_server_that_has_no_time_is_asked_again_when_it_says_where_that_does_no_harm(String retryAfter, int seconds) {
        assertThat(of(Repeat.KEY, 1, answer(503, retryAfter)))
                .isEqualTo(new CallOutcome.Again(Duration.ofSeconds(seconds), "http-503"));
    }

    @Test
    void it_is_asked_again_later_each_time_and_not_for_ever() {
        assertThat(of(Repeat.AGAIN, 3, answer(500, null)))
                .isEqualTo(new CallOutcome.Again(Duration.ofSeconds(4), "http-500"));
        assertThat(of(Repeat.AGAIN, 5, answer(500, null))).isEqualTo(CallOutcome.trouble("http-500"));
    }

    @Test
    void what_was_never_sent_may_be_sent_and_what_may_have_been_only_where_that_does_no_harm() {
        assertThat(of(Repeat.NEVER, 1, new HttpReply.Nothing(Trouble.UNREACHABLE, false)))
                .isInstanceOf(CallOutcome.Again.class);
        assertThat(of(Repeat.NEVER, 1, new HttpReply.Nothing(Trouble.CUT, true)))
                .isEqualTo(CallOutcome.trouble("cut"));
        assertThat(of(Repeat.AGAIN, 1, new HttpReply.Nothing(Trouble.CUT, true)))
                .isInstanceOf(CallOutcome.Again.class);
    }

    @ParameterizedTest
    @EnumSource(AddressRefusal.class)
    void what_is_refused_is_not_allowed_but_a_circle_is_its_own_fault(AddressRefusal why) {
        var outcome = of(Repeat.AGAIN, 1, new HttpReply.Refused(why));

        assertThat(outcome)
                .isEqualTo(
                        why == AddressRefusal.TOO_MANY_REDIRECTS
                                ? CallOutcome.failed("too-many-redirects")
                                : new CallOutcome.NotAllowed(why.code()));
    }

    @Test
    void time_that_is_up_and_answers_that_are_too_large_are_not_tried_again() {
        assertThat(of(Repeat.AGAIN, 1, new HttpReply.Nothing(Trouble.TIME_UP, true)))
                .isInstanceOf(CallOutcome.TimedOut.class);
        assertThat(of(Repeat.AGAIN, 1, new HttpReply.Nothing(Trouble.TOO_LARGE, true)))
                .isEqualTo(CallOutcome.failed("too-large"));
    }

    private static HttpReply answer(int status, @Nullable String retryAfter) {
        return new HttpReply.Answer(status, "text/plain", retryAfter, new byte[0]);
    }

    private static CallOutcome of(Repeat repeat, int attempt, HttpReply reply) {
        var request = new WrittenRequest(
                "GET",
                SecretText.of("https://api.shop.example/"),
                List.of(),
                null,
                new WrittenRequest.Auth(AuthKind.NONE, "", ""),
                WrittenRequest.Wanted.ANY,
                repeat,
                "");
        return reply.accept(new Outcomes(request, attempt, Clock.fixed(NOW, ZoneOffset.UTC)));
    }
}
