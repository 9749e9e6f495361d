package com.qliento.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.qliento.bpmn.FlowProblem;
import com.qliento.check.Bpmn;
import com.qliento.check.FlowCheck;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A flow that waits for what another system says has happened: what the customer hears, on the whole application. */
class AwaitEventTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "pay" + customer;
    private final String reference = "order-" + customer;

    @Test
    void the_flow_goes_on_with_what_happened_and_answers_the_customer_meanwhile() {
        waits();
        scene.says(customer, "are you there?");
        assertThat(scene.hears(customer, 2)).containsExactly("Please pay", "We wait for your payment");
        scene.says(customer, "and now?");
        scene.hears(customer, 3);

        assertThat(happened("{\"amount\": 12.50}")).isEqualTo(202);

        assertThat(scene.hears(customer, 4)).endsWith("Thanks for 12.5");
        assertThat(happened("{\"amount\": 99}")).isEqualTo(202);
        await().atMost(LONG).until(() -> state().equals("free"));
        assertThat(rows("call_queue", "contact_id = '" + rest.contact(customer) + "'"))
                .isZero();
        assertThat(scene.sink().texts(customer)).hasSize(4);
    }

    @Test
    void what_happened_before_the_flow_came_to_wait_for_it_is_not_lost() {
        publish();
        assertThat(happened("{\"amount\": 7}")).isEqualTo(202);

        scene.says(customer, key);

        assertThat(scene.hears(customer, 2)).containsExactly("Please pay", "Thanks for 7");
    }

    @Test
    void when_it_does_not_happen_in_time_the_flow_takes_that_exit() {
        waits();

        scene.passes(Duration.ofHours(3));

        assertThat(scene.hears(customer, 2)).endsWith("Too late");
        await().atMost(LONG).until(() -> state().equals("free"));
    }

    @Test
    void a_word_that_ends_the_flow_ends_the_waiting_too() {
        waits();

        scene.says(customer, "stop");
        var farewell = scene.hears(customer, 2);
        assertThat(happened("{\"amount\": 7}")).isEqualTo(202);

        assertThat(state()).isEqualTo("free");
        assertThat(rows("call_queue", "contact_id = '" + rest.contact(customer) + "'"))
                .isZero();
        assertThat(scene.sink().texts(customer)).isEqualTo(farewell);
    }

    @Test
    void what_nobody_can_use_is_refused_in_words() {
        assertThat(scene.call("POST", "/api/v1/events", "{\"data\": 1}").statusCode())
                .isEqualTo(422);
        assertThat(scene.call("POST", "/api/v1/events", "{\"reference\": \" \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(scene.call(
                                "POST",
                                "/api/v1/events",
                                "{\"reference\": \"x\", \"data\": \"" + "x".repeat(17_000) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_did_not_happen_in_time_took_that_time_of_the_window_in_which_messages_are_free() {
        var flow = waiting("48").bytes();

        assertThat(scene.bean(FlowCheck.class).check(flow, Bpmn.environment(), Locale.ENGLISH))
                .filteredOn(problem -> problem.code().equals("outside-window"))
                .extracting(FlowProblem::elementId, problem -> problem.message().contains("48 hours"))
                .containsExactlyInAnyOrder(tuple("thanks", true), tuple("paid-timed-out-text", true));
    }

    private void publish() {
        waiting("2").publish(scene);
    }

    private FlowText waiting(String hours) {
        return new FlowText(key, key)
                .says("pay", "Please pay")
                .block(
                        "receiveTask",
                        "paid",
                        "await-event",
                        "reference",
                        reference,
                        "hours",
                        hours,
                        "meanwhile",
                        "We wait for your payment",
                        "name",
                        "payment")
                .says("thanks", "Thanks for {{ payment.amount }}")
                .ends()
                .exitOf("paid", "qliento.timed-out", "Too late");
    }

    private void waits() {
        publish();
        scene.says(customer, key);
        scene.hears(customer, 1);
        await().atMost(LONG).until(() -> state().equals("asking"));
    }

    private int happened(String data) {
        return scene.call("POST", "/api/v1/events", "{\"reference\": \"" + reference + "\", \"data\": " + data + "}")
                .statusCode();
    }

    private String state() {
        return rest.conversationOf(customer).path("state").asText();
    }

    private long rows(String table, String which) {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE " + which)
                .query(Long.class)
                .single());
    }
}
