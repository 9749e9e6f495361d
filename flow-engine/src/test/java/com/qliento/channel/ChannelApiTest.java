package com.qliento.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelApiTest {

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final String number = Scene.newCustomer();

    @Test
    void secrets_go_in_and_never_come_out() {
        var added = shop.call("POST", "/api/v1/channels", channel(number));

        var location = added.headers().firstValue("Location").orElseThrow();
        var shown = added.body()
                + shop.call("GET", location, "").body()
                + shop.call("GET", "/api/v1/channels", "").body();
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(shown).contains(number).doesNotContain("the-secret", "the-verify-token", "the-access-token");
    }

    @Test
    void secrets_are_in_no_problem_either() {
        var answer = shop.call("POST", "/api/v1/channels", channel(number).replace(number, "not a number"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("the-secret", "the-verify-token", "the-access-token");
    }

    @Test
    void a_number_is_connected_once_whoever_asks() {
        shop.call("POST", "/api/v1/channels", channel(number));

        assertThat(shop.call("POST", "/api/v1/channels", channel(number)).statusCode())
                .isEqualTo(409);
        assertThat(OtherOrganisation.in(scene)
                        .call("POST", "/api/v1/channels", channel(number))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_number_that_was_disconnected_can_be_connected_again() {
        var location = shop.call("POST", "/api/v1/channels", channel(number))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(shop.call("DELETE", location, "").statusCode()).isEqualTo(204);

        assertThat(shop.call("DELETE", location, "").statusCode()).isEqualTo(404);
        assertThat(shop.call("GET", location, "").statusCode()).isEqualTo(404);
        assertThat(OtherOrganisation.in(scene)
                        .call("POST", "/api/v1/channels", channel(number))
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phoneNumberId", "displayNumber", "appSecret", "verifyToken", "accessToken"})
    void every_field_is_needed_and_the_missing_one_is_named(String field) {
        var answer = shop.call("POST", "/api/v1/channels", channel(number).replace(field, "left-out"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void characters_that_the_database_cannot_hold_are_left_out() {
        var body = channel(number).replace("{", "{\"accountId\":\"a\\u0000b\",");

        var answer = shop.call("POST", "/api/v1/channels", body);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"accountId\":\"ab\"");
    }

    private static String channel(String number) {
        return "{\"phoneNumberId\":\"" + number + "\",\"displayNumber\":\"" + number
                + "\",\"appSecret\":\"the-secret\",\"verifyToken\":\"the-verify-token\",\"accessToken\":\"the-access-token\"}";
    }
}
