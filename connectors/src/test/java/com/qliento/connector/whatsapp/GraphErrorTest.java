package com.qliento.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphErrorTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private final GraphErrorReader reader = new GraphErrorReader(NOON);

    @ParameterizedTest
    @CsvSource({
        "1, RETRY",
        "2, RETRY",
        "131000, RETRY",
        "131016, RETRY",
        "133004, RETRY",
        "131057, RETRY",
        "4, SLOW_DOWN_NUMBER",
        "80007, SLOW_DOWN_NUMBER",
        "130429, SLOW_DOWN_NUMBER",
        "133016, SLOW_DOWN_NUMBER",
        "131056, SLOW_DOWN_PAIR",
        "131047, WINDOW_CLOSED",
        "131026, UNDELIVERABLE",
        "131021, UNDELIVERABLE",
        "130472, UNDELIVERABLE",
        "131049, UNDELIVERABLE",
        "131050, UNDELIVERABLE",
        "130497, UNDELIVERABLE",
        "131030, UNDELIVERABLE",
        "131062, UNDELIVERABLE",
        "137000, UNDELIVERABLE",
        "100, CONTENT",
        "131008, CONTENT",
        "131009, CONTENT",
        "131051, CONTENT",
        "131052, CONTENT",
        "131053, CONTENT",
        "135000, CONTENT",
        "132000, TEMPLATE",
        "132001, TEMPLATE",
        "132015, TEMPLATE",
        "132068, TEMPLATE",
        "131063, TEMPLATE",
        "0, ACCOUNT",
        "3, ACCOUNT",
        "10, ACCOUNT",
        "190, ACCOUNT",
        "200, ACCOUNT",
        "299, ACCOUNT",
        "131005, ACCOUNT",
        "368, ACCOUNT",
        "131031, ACCOUNT",
        "131042, ACCOUNT",
        "131045, ACCOUNT",
        "131037, ACCOUNT",
        "133010, ACCOUNT",
        "131048, ACCOUNT",
        "131064, ACCOUNT",
        "134011, ACCOUNT"
    })
    void the_code_decides_what_to_do_whatever_the_status(int code, ErrorGroup group) {
        assertThat(ErrorGroup.of(code, 400)).isEqualTo(group);
        assertThat(ErrorGroup.of(code, 500)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"429, SLOW_DOWN_NUMBER", "500, RETRY", "503, RETRY", "408, RETRY", "401, ACCOUNT", "400, CONTENT"})
    void the_status_decides_for_an_unknown_code(int status, ErrorGroup group) {
        assertThat(ErrorGroup.of(999_999, status)).isEqualTo(group);
        assertThat(ErrorGroup.of(GraphError.NO_CODE, status)).isEqualTo(group);
    }

    @Test
    void a_number_the_token_cannot_see_is_a_matter_of_the_account() {
        var error = new GraphError(400, 100, 33, null, null, null, null);

        assertThat(error.group()).isEqualTo(ErrorGroup.ACCOUNT);
    }

    @Test
    void every_error_meta_publishes_is_read() throws IOException {
        for (Path file : GraphCorpus.filesBelow("errors")) {
            JsonNode json = GraphCorpus.JSON.readTree(file.toFile());
            int status = Integer.parseInt(file.getFileName().toString().substring(0, 3));

            GraphError error = reader.read(status, json, Optional.empty());

            assertThat(error.code())
                    .as(file.toString())
                    .isEqualTo(json.at("/error/code").intValue());
            assertThat(error.message()).isEqualTo(json.at("/error/message").textValue());
            assertThat(error.subcode())
                    .isEqualTo(json.at("/error/error_subcode").intValue());
            assertThat(error.retryable())
                    .as(file.toString())
                    .isEqualTo(status == 429 || status >= 500 || error.code() == 613);
            assertThat(error.plainWords(Locale.ENGLISH)).isNotBlank();
        }
    }

    @Test
    void details_come_from_error_data_or_else_from_the_words_for_users() throws IOException {
        assertThat(read("{'error':{'code':131009,'error_data':{'details':'d'},'error_user_msg':'u'}}")
                        .details())
                .isEqualTo("d");
        assertThat(read("{'error':{'code':131009,'error_user_msg':'u'}}").details())
                .isEqualTo("u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{'error':null}",
                "{'error':[]}",
                "{'error':{'code':null}}",
                "{'error':{'code':{}}}",
                "{'error':{'code':99999999999999}}",
                "{'error':'invalid_token'}",
                "{'error':{'code':1.5}}"
            })
    void an_answer_without_a_usable_code_is_an_error_without_one(String body) throws IOException {
        assertThat(read(body).code()).isEqualTo(GraphError.NO_CODE);
    }

    @Test
    void a_code_written_as_text_counts() throws IOException {
        assertThat(read("{'error':{'code':'131026'}}").group()).isEqualTo(ErrorGroup.UNDELIVERABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'7', 7",
        "' 120 ', 120",
        "'Mon, 02 Mar 2026 12:01:00 GMT', 60",
        "'Mon, 02 Mar 2026 11:00:00 GMT', 0",
        "'99999999999999999999', 86400",
        "'Sun, 02 Mar 2036 12:00:00 GMT', 86400"
    })
    void retry_after_is_read_as_seconds_or_as_a_date(String header, long seconds) {
        GraphError error = reader.read(429, GraphCorpus.JSON.createObjectNode(), Optional.of(header));

        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "٣"})
    void a_retry_after_nobody_understands_is_ignored(String header) {
        assertThat(reader.read(429, GraphCorpus.JSON.createObjectNode(), Optional.of(header))
                        .retryAfter())
                .isNull();
    }

    @Test
    void every_known_code_has_its_own_words() {
        assertThat(ErrorCodes.known())
                .allSatisfy(code -> assertThat(words(code)).isNotBlank().doesNotContain("error code"));
    }

    @Test
    void an_unknown_code_is_named_beside_the_words_of_its_group() {
        assertThat(words(999_999)).isEqualTo("WhatsApp does not accept this message as it is (error code 999999)");
        assertThat(words(GraphError.NO_CODE)).isEqualTo("WhatsApp does not accept this message as it is");
    }

    @Test
    void the_words_are_english_on_every_machine_until_there_is_a_translation() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(GraphError.reported(131026, null, null).plainWords(Locale.KOREA))
                    .isEqualTo("The number can't receive this message (not on WhatsApp, or an old app version)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_was_sent_is_not_printed() {
        assertThat(GraphError.reported(131009, "to +15550001111", "hello Ana").toString())
                .doesNotContain("1555", "Ana")
                .contains("131009");
    }

    private static String words(int code) {
        return new GraphError(400, code, 0, null, null, null, null).plainWords(null);
    }

    private GraphError read(String body) throws IOException {
        JsonNode json = GraphCorpus.JSON.readTree(body.replace('\'', '"'));
        return reader.read(400, json, Optional.empty());
    }
}
