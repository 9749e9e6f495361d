package com.qliento.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers said is read for thirty days and then nowhere, though no key was destroyed. */
class MessageEndTest {

    private static final Duration NEARLY = Duration.ofDays(30).minusMinutes(3);
    private static final Duration BEYOND = Duration.ofMinutes(4);

    private final Scene scene = Scene.start(Scene.Setup.usual());
    private final Rest rest = new Rest(scene);
    private final String early = Scene.newCustomer();
    private final String late = Scene.newCustomer();

    @BeforeEach
    void both_told_their_order() {
        new FlowText("ending", "ending")
                .asks("a", "question", "Order number?", "name", "no")
                .asks("b", "question", "Your street?", "name", "st")
                .says("t", "Order {{ no }} to {{ st }}.")
                .ends()
                .publish(scene);
        for (var phone : List.of(early, late)) {
            scene.says(phone, "ending");
            scene.hears(phone, 1);
            scene.says(phone, "A-17");
            scene.hears(phone, 2);
        }
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void what_was_said_is_read_for_thirty_days_by_people_programs_and_flows_and_then_by_none() {
        scene.passes(NEARLY);
        assertThat(rest.messagesOf(late))
                .extracting(message -> message.path("text").asText())
                .contains("ending", "A-17", "Order number?", "Your street?");
        scene.says(early, "Main Road 5");
        assertThat(scene.hears(early, 3)).last().isEqualTo("Order A-17 to Main Road 5.");

        scene.passes(BEYOND);

        assertThat(rest.messagesOf(late)).hasSize(4).allSatisfy(MessageEndTest::isOver);
        assertThat(rest.messagesOf(early))
                .extracting(message -> message.path("text").asText())
                .contains("Main Road 5", "Order A-17 to Main Road 5.")
                .doesNotContain("A-17");
        // Keys of hours that are over make no difference to what anybody sees.
        scene.passes(Duration.ofHours(1));
        scene.bean(RetentionSweep.class).sweep();
        assertThat(rest.messagesOf(late)).hasSize(4).allSatisfy(MessageEndTest::isOver);
        // The flow that waited so long goes on as without the answer, and holds up nobody.
        scene.says(late, "Main Road 5");
        assertThat(scene.hears(late, 3)).last().asString().doesNotContain("A-17");
        // Who they are stays, though their hour is destroyed.
        assertThat(rest.get("/api/v1/contacts/" + rest.contact(late))
                        .path("phone")
                        .asText())
                .isEqualTo(late);
    }

    private static void isOver(JsonNode message) {
        assertThat(message.path("text").isMissingNode()).isTrue();
        assertThat(message.path("erased").asBoolean()).isTrue();
        assertThat(message.path("reasonCode").asText()).isEqualTo("message_expired");
        assertThat(message.path("reason").asText()).isEqualTo("It came longer ago than messages are kept");
    }

    @Test
    void an_organisations_shorter_time_reaches_every_node_and_holds_for_what_is_there() {
        assertThat(rest.messagesOf(late))
                .noneMatch(message -> message.path("erased").asBoolean());
        scene.passes(Duration.ofDays(7).plusMinutes(1));
        assertThat(rest.messagesOf(late))
                .noneMatch(message -> message.path("erased").asBoolean());

        wish(7);

        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(rest.messagesOf(late))
                .hasSize(4)
                .allSatisfy(MessageEndTest::isOver));
    }

    @Test
    void a_wish_beyond_the_platforms_time_lengthens_nothing() {
        wish(400);
        var periods = scene.bean(Periods.class);
        var demo = scene.bean(Channels.class)
                .withNumber("106540352242922")
                .orElseThrow()
                .organisation();
        Awaitility.await().until(() -> scene.bean(Wishes.class).days(demo) == 400);

        assertThat(periods.of(demo)).isEqualTo(Duration.ofDays(30));
        assertThat(periods.of(OtherOrganisation.in(scene).id())).isEqualTo(Duration.ofDays(30));
    }

    private void wish(int days) {
        var demo = scene.bean(Channels.class)
                .withNumber("106540352242922")
                .orElseThrow()
                .organisation();
        scene.bean(OrganisationScope.class).run(demo, () -> {
            scene.jdbc()
                    .sql("INSERT INTO retention_wish VALUES (?, ?, now(), 'owner')")
                    .params(demo.value(), days)
                    .update();
            scene.jdbc()
                    .sql("SELECT pg_notify('qliento', ?)")
                    .param("retention:" + demo)
                    .query((row, n) -> true)
                    .single();
        });
    }
}
