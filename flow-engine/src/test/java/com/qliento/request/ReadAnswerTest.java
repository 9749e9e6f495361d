package com.qliento.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.call.CallOutcome;
import com.qliento.request.WrittenRequest.Wanted;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers answer, and what comes of it. */
class ReadAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"a\":[1,2.50]}|ANY|{\"a\":[1,2.5]}",
                "application/problem+json; charset=UTF-8|{\"a\":null}|ANY|{\"a\":null}",
                "text/plain|{\"a\":1}|JSON|{\"a\":1}",
                "application/octet-stream|{\"a\":1}|JSON|{\"a\":1}",
                "text/plain; charset=utf-8|señor|ANY|\"señor\"",
                "application/json|{\"a\":1}|TEXT|\"{\\\"a\\\":1}\"",
                "text/html|<p>|ANY|\"<p>\"",
                "application/json|7|ANY|7",
                "application/json|\ufeff[1]|ANY|[1]"
            })
    void an_answer_is_json_or_text_as_it_says_or_as_is_wanted(String type, String body, Wanted wanted, String value) {
        assertThat(read(type, body.getBytes(StandardCharsets.UTF_8), wanted))
                .isInstanceOfSatisfying(CallOutcome.Answered.class, answer -> {
                    assertThat(answer.body().path("status").asInt()).isEqualTo(200);
                    assertThat(answer.body().path("body").toString()).isEqualTo(value);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"a\":|ANY|not-json",
                "text/plain|hello|JSON|not-json",
                "application/json|[1] [2]|ANY|not-json",
                "application/json|{'a':1}|ANY|not-json",
                "application/json|NaN|ANY|not-json",
                "text/plain; charset=klingon|hello|ANY|unknown-charset",
                "text/plain; charset=\"no such\"|hello|ANY|unknown-charset",
                "image/png|hello|ANY|not-text",
                "application/json|1e999999|ANY|odd-number",
                "application/json|{\"a\":[1e-999999999]}|ANY|odd-number"
            })
    void an_answer_that_is_not_what_it_has_to_be_fails_by_a_fixed_word(
            String type, String body, Wanted wanted, String code) {
        assertThat(read(type, body.getBytes(StandardCharsets.UTF_8), wanted)).isEqualTo(CallOutcome.failed(code));
    }

    @Test
    void what_is_in_no_charset_that_it_names_or_in_another_is_told() {
        byte[] latin = "señor".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read("text/plain", latin, Wanted.ANY)).isEqualTo(CallOutcome.failed("not-text"));
        assertThat(text(read("text/plain;charset=ISO-8859-1", latin, Wanted.ANY)))
                .isEqualTo("señor");
        assertThat(text(read("text/plain; charset=\"utf-16\"", "señor".getBytes(StandardCharsets.UTF_16), Wanted.ANY)))
                .isEqualTo("señor");
        assertThat(text(read(
                        "text/plain; charset=windows-1252", "€".getBytes(Charset.forName("windows-1252")), Wanted.ANY)))
                .isEqualTo("€");
    }

    @Test
    void nothing_is_null_unless_json_is_wanted() {
        assertThat(read(null, new byte[0], Wanted.ANY))
                .isInstanceOfSatisfying(CallOutcome.Answered.class, answer -> assertThat(
                                answer.body().path("body").isNull())
                        .isTrue());
        assertThat(read("application/json", new byte[0], Wanted.JSON)).isEqualTo(CallOutcome.failed("not-json"));
    }

    @Test
    void what_is_more_than_is_kept_or_too_deep_is_told() {
        assertThat(read("text/plain", "x".repeat(ReadAnswer.KEPT - 2).getBytes(StandardCharsets.UTF_8), Wanted.ANY))
                .isInstanceOf(CallOutcome.Answered.class);
        assertThat(read("text/plain", "x".repeat(ReadAnswer.KEPT).getBytes(StandardCharsets.UTF_8), Wanted.ANY))
                .isEqualTo(CallOutcome.failed("too-much-to-keep"));
        assertThat(read("application/json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), Wanted.ANY))
                .isEqualTo(CallOutcome.failed("too-deep"));
    }

    private static String text(CallOutcome outcome) {
        return ((CallOutcome.Answered) outcome).body().path("body").asText();
    }

    private static CallOutcome read(@Nullable String type, byte[] bytes, Wanted wanted) {
        return ReadAnswer.of(200, type, bytes, wanted, Picking.of(""));
    }
}
