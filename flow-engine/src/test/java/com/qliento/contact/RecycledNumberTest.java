package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that another person has now: nothing of who had it before reaches them, who had it before keeps it all. */
class RecycledNumberTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String number = Scene.newCustomer();
    private final String first = "DE.first" + number;
    private final String second = "DE.second" + number;

    @BeforeEach
    void an_order_asks_two_things() {
        new FlowText("recycled", "recycled")
                .asks("a", "question", "Order number?", "name", "no")
                .asks("b", "question", "Your street?", "name", "st")
                .says("t", "Order {{ no }} to {{ st }}.")
                .ends()
                .publish(scene);
        new FlowText("recycled-nap", "napping")
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "the parcel of Rosa is here")
                .ends()
                .publish(scene);
    }

    @Test
    void a_second_user_id_with_the_number_is_somebody_else_who_begins_anew() {
        asked();
        var before = rest.contact(number);

        post(from(number, second, "Main Road 5"), "Paul");
        post(from(number, second, "recycled"), "Paul");

        assertThat(scene.hears(number, 4)).last().isEqualTo("Order number?");
        assertThat(scene.sink().texts(number)).doesNotContain("Order A-17 to Main Road 5.");
        assertThat(rest.contact(number)).isNotEqualTo(before);
        assertThat(person(rest.contact(number)).path("name").asText()).isEqualTo("Paul");
        assertThat(person(before).path("name").asText()).isEqualTo("Rosa");
        assertThat(person(before).hasNonNull("phone")).isFalse();
    }

    @Test
    void who_had_the_number_goes_on_with_their_user_id_alone() {
        asked();
        post(from(number, second, "recycled"), "Paul");
        scene.hears(number, 3);

        post(from(null, first, "Main Road 5"), "Rosa");

        Awaitility.await().until(() -> textsOf(first).contains("Order A-17 to Main Road 5."));
        assertThat(scene.sink().texts(number)).hasSize(3).last().isEqualTo("Order number?");
    }

    @Test
    void who_had_the_number_goes_on_with_another_one() {
        var other = Scene.newCustomer();
        asked();
        post(from(number, second, "recycled"), "Paul");
        scene.hears(number, 3);

        post(from(other, first, "Main Road 5"), "Rosa");
        post(from(number, second, "B-4"), "Paul");

        assertThat(scene.hears(other, 1)).containsExactly("Order A-17 to Main Road 5.");
        assertThat(scene.hears(number, 4)).last().isEqualTo("Your street?");
        assertThat(person(rest.contact(other)).path("phone").asText()).isEqualTo(other);
    }

    @Test
    void a_number_with_another_owners_user_id_moves_to_that_owner() {
        var other = Scene.newCustomer();
        asked();
        post(from(other, second, "recycled"), "Paul");
        scene.hears(other, 1);

        post(from(number, second, "B-4"), "Paul");

        assertThat(scene.hears(number, 3)).last().isEqualTo("Your street?");
        post(from(null, first, "Main Road 5"), "Rosa");
        Awaitility.await().until(() -> textsOf(first).contains("Order A-17 to Main Road 5."));
    }

    @Test
    void a_timer_writes_to_the_number_somebody_has_by_then() {
        var other = Scene.newCustomer();
        post(from(number, first, "napping"), "Rosa");
        scene.hears(number, 1);
        // Known by the user id alone that they have another number: WhatsApp says nothing of a change.
        post(from(other, first, "hello?"), "Rosa");
        held(other);

        scene.passes(Duration.ofMinutes(11));

        Awaitility.await().until(() -> scene.sink().texts(other).contains("the parcel of Rosa is here"));
        assertThat(scene.sink().texts(number)).doesNotContain("the parcel of Rosa is here");
    }

    @Test
    void a_timer_of_who_had_the_number_writes_nothing_to_who_has_it_but_to_them_when_they_are_known_again() {
        var other = Scene.newCustomer();
        post(from(number, first, "napping"), "Rosa");
        scene.hears(number, 1);
        post(from(number, second, "recycled"), "Paul");
        scene.hears(number, 2);

        try {
            scene.passes(Duration.ofMinutes(11));
        } catch (RuntimeException nobodyToWriteTo) {
            assertThat(nobodyToWriteTo).hasStackTraceContaining("no_usable_address");
        }
        post(from(number, second, "B-4"), "Paul");

        assertThat(scene.hears(number, 3)).containsExactly("hi", "Order number?", "Your street?");
        post(from(other, first, "here again"), "Rosa");
        Awaitility.await().until(() -> !rest.contact(other).isEmpty());
        scene.passes(Duration.ofMinutes(11));
        Awaitility.await().until(() -> scene.sink().texts(other).contains("the parcel of Rosa is here"));
    }

    @Test
    void a_timer_writes_to_the_number_whatsapp_says_somebody_has() {
        var other = Scene.newCustomer();
        post(from(number, first, "napping"), "Rosa");
        scene.hears(number, 1);
        post(Webhooks.changedNumber(scene.clock().instant(), number, other), "Rosa");

        scene.passes(Duration.ofMinutes(11));

        assertThat(scene.hears(other, 1)).containsExactly("the parcel of Rosa is here");
    }

    @Test
    void a_number_somebody_moves_to_is_theirs_alone_though_it_was_another_persons() {
        var other = Scene.newCustomer();
        post(from(other, second, "recycled"), "Paul");
        scene.hears(other, 1);
        scene.passes(Duration.ofDays(1));
        asked();

        post(Webhooks.changedNumber(scene.clock().instant(), number, other), "Rosa");
        post(from(other, "DE.new" + number, "Main Road 5"), "Rosa");

        assertThat(scene.hears(other, 2)).last().isEqualTo("Order A-17 to Main Road 5.");
        post(from(null, second, "B-4"), "Paul");
        Awaitility.await().until(() -> textsOf(second).contains("Your street?"));
    }

    @Test
    void a_changed_user_id_changes_no_number() {
        asked();
        var changed = from(number, first, "");
        changed.put("type", "system").remove("text");
        changed.putObject("system")
                .put("type", "user_changed_user_id")
                .put("user_id", second)
                .put("previous_user_id", first);

        post(changed, "Rosa");

        Awaitility.await().until(() -> rest.messagesOf(number).size() >= 5);
        assertThat(person(rest.contact(number)).path("phone").asText()).isEqualTo(number);
        post(from(null, second, "Main Road 5"), "Rosa");
        assertThat(scene.hears(number, 3)).last().isEqualTo("Order A-17 to Main Road 5.");
    }

    private void asked() {
        post(from(number, first, "recycled"), "Rosa");
        scene.hears(number, 1);
        post(from(number, first, "A-17"), "Rosa");
        assertThat(scene.hears(number, 2)).endsWith("Your street?");
    }

    private void held(String phone) {
        Awaitility.await().until(() -> !rest.messagesOf(phone).isEmpty());
    }

    private ObjectNode from(@Nullable String phone, String userId, String text) {
        var message = Webhooks.message(
                scene.clock().instant(), phone == null ? "" : phone, "wamid." + UUID.randomUUID(), text);
        if (phone == null) {
            message.remove("from");
        }
        return message.put("from_user_id", userId);
    }

    private void post(ObjectNode message, String name) {
        var body = Webhooks.body(List.of(message)).replace("\"Customer\"", "\"" + name + "\"");
        assertThat(scene.post(body)).isEqualTo(200);
    }

    private JsonNode person(String contact) {
        return rest.get("/api/v1/contacts/" + contact);
    }

    private List<String> textsOf(String userId) {
        return scene.sink().taken().stream()
                .filter(sent -> sent.path("recipient").asText().equals(userId))
                .map(sent -> sent.at("/text/body").asText())
                .toList();
    }
}
