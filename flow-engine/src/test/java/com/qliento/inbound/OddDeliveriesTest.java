package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rightly signed bodies with what Meta never sends: kept or refused, and good messages beside it are answered. */
@Timeout(120)
class OddDeliveriesTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "-1e-99999999999",
                "1e2147483647",
                "{\"id\":\"1\",\"id\":\"2\"}",
                "{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":[1e99999999999]}}]}",
                "\"\\ud800\\u0000\""
            })
    void a_good_message_is_answered_whatever_stands_beside_it(String odd) {
        new FlowText("odd", "odd").says("yes", "yes").ends().publish(scene);
        var body = scene.textMessage(customer, "odd").replace("\"entry\":[", "\"entry\":[" + odd + ",");

        assertThat(scene.post(body)).isEqualTo(200);

        assertThat(scene.hears(customer, 1)).containsExactly("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"99999999999999999999\"",
                "99999999999999999999",
                "-1",
                "\"-1749416383\"",
                "1e99999999999",
                "99999999999",
                "\"9223372036854775807\"",
                "null"
            })
    void a_message_with_a_time_that_cannot_be_is_answered(String time) {
        new FlowText("odd", "odd").says("yes", "yes").ends().publish(scene);
        var body = scene.textMessage(customer, "odd").replaceAll("\"timestamp\":\"\\d+\"", "\"timestamp\":" + time);

        assertThat(scene.post(body)).isEqualTo(200);

        assertThat(scene.hears(customer, 1)).containsExactly("yes");
    }

    @Test
    void an_entry_that_is_only_a_number_too_large_is_taken() {
        assertThat(scene.post("{\"entry\":[1e99999999999]}")).isEqualTo(200);
    }

    @Test
    void twelve_signed_bodies_of_a_million_parts_at_once_stop_nobody() {
        new FlowText("odd", "odd").says("yes", "yes").ends().publish(scene);
        var body = "{\"entry\":[" + "{},".repeat(1_000_000) + "{}]}";
        var together = Executors.newFixedThreadPool(12);

        var calls = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 12; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> scene.post(body), together));
        }
        int beside = scene.post(scene.textMessage(customer, "odd"));

        assertThat(beside).isEqualTo(200);
        assertThat(scene.hears(customer, 1)).containsExactly("yes");
        assertThat(calls.stream().map(CompletableFuture::join).toList()).isSubsetOf(List.of(400, 503));
        together.shutdown();
    }
}
