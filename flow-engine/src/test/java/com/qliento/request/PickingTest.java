package com.qliento.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values out of an answer: each where it is said to be and of its type, or none at all. */
class PickingTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String ANSWER = """
            {"status": 200, "body": {
              "items": [{"price": 12.10}, {"price": 123456789012345678901234567890.12345}],
              "first-name": "Ana", "a=b|\\"c\\"": "odd", "": "empty", "paid": false, "none": null, "number": "7",
              "day": "2026-03-29", "at": "2026-03-29T13:30:00+02:00", "there": "2026-03-29T13:30:00"}}""";

    @Test
    void each_value_is_where_its_path_leads_and_keeps_its_type() {
        assertThat(value("body.items[1].price | number")).isEqualTo(new BigDecimal("12.1"));
        assertThat(value("body.items[-1].price | number"))
                .isEqualTo(new BigDecimal("123456789012345678901234567890.12345"));
        assertThat(value("body.\"first-name\" | text")).isEqualTo("Ana");
        assertThat(value("body.\"a=b|\\\"c\\\"\" | text")).isEqualTo("odd");
        assertThat(value("body.\"\" | text")).isEqualTo("empty");
        assertThat(value("body.paid | boolean")).isEqualTo(false);
        assertThat(value("body.day | date")).isEqualTo(LocalDate.parse("2026-03-29"));
        assertThat(value("body.at | date-time")).isEqualTo(ZonedDateTime.parse("2026-03-29T13:30:00+02:00"));
        assertThat(value("body.there | date-time")).isEqualTo(LocalDateTime.parse("2026-03-29T13:30:00"));
        assertThat(value("body.items[1] | any")).isEqualTo(Map.of("price", new BigDecimal("12.1")));
        assertThat(value("status | number")).isEqualTo(new BigDecimal(200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "body.none | text;pick-missing",
                "body.nowhere | text;pick-missing",
                "body.items[3].price | number;pick-missing",
                "body.items[-3].price | number;pick-missing",
                "body.items.price | number;pick-missing",
                "body.paid.deeper | text;pick-missing",
                "body.number | number;pick-type",
                "body.items[1].price | text;pick-type",
                "body.paid | text;pick-type",
                "body.items | text;pick-type",
                "body.at | date;pick-type",
                "body.day | date-time;pick-type",
                "body.\"first-name\" | boolean;pick-type"
            })
    void what_is_not_there_or_of_another_type_is_told_and_none_is_kept(String pick, String word) {
        var picked = Picking.of("fine = body.paid | boolean\nx = " + pick).from(answer());

        assertThat(picked.failure()).contains(word);
        assertThat(picked.values()).isEmpty();
    }

    @Test
    void what_may_be_missing_is_nothing_then_and_still_of_its_type_when_it_is_there() {
        var missing = Picking.of("x = body.none | text | other | maybe").from(answer());

        assertThat(missing.failure()).isEmpty();
        assertThat(missing.values()).containsEntry("x", null);
        assertThat(Picking.of("x = body.paid | text | other | maybe")
                        .from(answer())
                        .failure())
                .contains("pick-type");
    }

    @Test
    void what_is_left_of_an_answer_has_the_same_values_and_nothing_else() {
        var picking = Picking.of("x = body.items[1].price | number\ny = body.none | text | other | maybe");

        var left = picking.only(answer());

        assertThat(left.toString()).isEqualTo("{\"status\":200,\"picked\":{\"x\":12.1,\"y\":null}}");
        assertThat(picking.from(left)).isEqualTo(picking.from(answer()));
    }

    @Test
    void a_sample_has_all_that_is_picked() {
        var picking =
                Picking.of("x = body.items[2].price | number\ny = body.items[-1].day | date\nz = body.a.b | text\n"
                        + "at = body.c | date-time\nall = body.d | any\nyes = body.e | boolean");

        assertThat(picking.from(picking.sample()).failure()).isEmpty();
        assertThat(picking.sample().at("/body/items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "body.a", "body.a[1]", "body[1][2].b", "body.\"x y\".z", "body.señor", "status"})
    void a_path_begins_with_the_body_or_the_status(String path) {
        assertThat(PickPath.read(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "bodyguard",
                "body.",
                "body[0]",
                "body[x]",
                "body.a b",
                "body.\"a",
                "body.\"\\q\"",
                "body.a[1",
                "body..a",
                " body",
                "body.a-b"
            })
    void what_is_no_path_is_none(String path) {
        assertThat(PickPath.read(path)).isEmpty();
    }

    @Test
    void keys_are_written_so_that_they_are_read_again() throws JsonProcessingException {
        for (var key : List.of("a", "a b", "a.b[1]", "\"", "a|b=c", "", "\\", "line\nbreak")) {
            var path =
                    PickPath.read(PickPath.item(PickPath.child("body", key), 1)).orElseThrow();
            var answer = JSON.createObjectNode();
            answer.putObject("body").putArray(key).add(7);

            assertThat(path.in(answer)).isEqualTo(JSON.readTree("7"));
        }
    }

    private static @Nullable Object value(String pick) {
        var picked = Picking.of("x = " + pick).from(answer());
        assertThat(picked.failure()).isEmpty();
        return picked.values().get("x");
    }

    private static JsonNode answer() {
        try {
            return JSON.readTree(ANSWER);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
