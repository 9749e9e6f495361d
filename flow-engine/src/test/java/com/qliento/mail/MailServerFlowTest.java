package com.qliento.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.connector.mail.MailRoutes;
import com.qliento.connector.mail.MailServer.Security;
import com.qliento.connector.mail.TestServer;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A flow's e-mail on its whole way: asked for, over TLS to a real server on this machine, and what the server made of it. */
class MailServerFlowTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    /** Servers within this machine, which are nobody's to name. */
    @Configuration(proxyBeanMethods = false)
    static class Nearby {

        @Bean
        @Primary
        MailRoutes nearby(Clock clock) {
            return TestServer.routes(clock);
        }
    }

    /** Where mail is not caught. */
    private static final Scene SCENE =
            Scene.startWith(Scene.Setup.usual().with("qliento.mail.caught", "false"), Nearby.class);

    private final Scene scene = SCENE;
    private final String customer = Scene.newCustomer();
    private final String word = "mail" + customer;
    private final String ann = "ann." + customer + "@example.org";
    private final TestServer server = TestServer.startTls();

    @BeforeEach
    void theServerIsSet() {
        set(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @Test
    void what_the_server_takes_lets_the_flow_go_on_and_the_next_mail_needs_no_new_connection() throws Exception {
        sends();
        assertThat(asks()).isEqualTo("It is on its way");
        scene.says(customer, word);
        scene.hears(customer, 3);
        scene.says(customer, ann);
        assertThat(scene.hears(customer, 4).get(3)).isEqualTo("It is on its way");

        assertThat(server.taken()).hasSize(2);
        assertThat(server.said()).contains("from bounces@example.com", "to " + ann);
        assertThat(server.taken().get(0).getSubject()).isEqualTo("News");
        assertThat(server.taken().get(0).getMessageID())
                .isNotEqualTo(server.taken().get(1).getMessageID());
        assertThat(server.logins()).isOne();
    }

    @Test
    void what_it_refuses_for_good_fails_by_a_word_that_says_nothing_of_whom() {
        server.answersRecipients(550);
        sends();

        assertThat(asks()).isEqualTo("No mail today");

        assertThat(records()).singleElement().asString().contains(",refused,").doesNotContain("example.org", "@");
        assertThat(server.said()).filteredOn(said -> said.startsWith("to ")).hasSize(1);
    }

    @Test
    void what_it_refuses_is_listed_by_code_and_conversation_and_without_whom_it_was_for() {
        server.answersRecipients(550);
        long before = refusals().path("count").asLong();
        sends();
        asks();

        var all = refusals();
        assertThat(all.path("count").asLong()).isEqualTo(before + 1);
        assertThat(all.path("days").asInt()).isEqualTo(7);
        var refusal = all.path("items").path(0);
        assertThat(refusal.path("kind").asText()).isEqualTo("REFUSED_RECIPIENT");
        assertThat(refusal.path("code").asInt()).isEqualTo(550);
        assertThat(refusal.path("times").asInt()).isOne();
        assertThat(refusal.path("conversation").asText())
                .isEqualTo(new Rest(scene).conversationOf(customer).path("id").asText());
        assertThat(all.toString()).doesNotContain("@", customer);
        assertThat(inOrganisation(() -> scene.jdbc()
                        .sql("SELECT r::text FROM mail_refusal r")
                        .query(String.class)
                        .list()))
                .isNotEmpty()
                .noneMatch(row -> row.contains("@") || row.contains(customer));

        scene.passes(Duration.ofDays(8));
        assertThat(refusals().path("count").asLong()).isZero();
    }

    @Test
    void what_it_refused_for_now_and_took_then_is_listed_no_more() {
        server.answersRecipients(450);
        asksAndIsNotServed();
        assertThat(refusals().path("items").path(0).path("kind").asText()).isEqualTo("BUSY");
        passesUntilTries(2);
        var twice = refusals().path("items").path(0);
        assertThat(twice.path("times").asInt()).isEqualTo(2);
        server.answersRecipients(0);
        passesUntilTries(3);
        scene.hears(customer, 2);

        assertThat(refusals().path("items").findValuesAsText("id"))
                .doesNotContain(twice.path("id").asText());
    }

    @Test
    void what_it_took_and_came_back_is_listed_by_its_message_id_and_what_is_no_mail_of_ours_is_said() throws Exception {
        sends();
        asks();
        var id = server.taken().get(0).getMessageID();
        assertThat(refusals().path("items").findValuesAsText("kind")).doesNotContain("BOUNCED");

        assertThat(bounced(id, 550)).isEqualTo(204);
        assertThat(bounced(id, 554)).isEqualTo(204);

        var back = refusals().path("items").path(0);
        assertThat(id).startsWith("<" + back.path("id").asText() + "@");
        assertThat(back.path("kind").asText()).isEqualTo("BOUNCED");
        assertThat(back.path("code").asInt()).isEqualTo(554);
        assertThat(back.path("times").asInt()).isOne();
        assertThat(back.path("conversation").asText())
                .isEqualTo(new Rest(scene).conversationOf(customer).path("id").asText());

        assertThat(bounced(id, 200)).isEqualTo(422);
        assertThat(bounced("<1@example.com>", 550)).isEqualTo(422);
        assertThat(bounced("<0190c8a0-0000-7000-8000-000000000000@example.com>", 550))
                .isEqualTo(404);
        assertThat(bounced("<ffffffff-ffff-7fff-8000-000000000000@example.com>", 550))
                .isEqualTo(404);
    }

    private int bounced(String messageId, int code) {
        var body = new ObjectMapper()
                .createObjectNode()
                .put("messageId", messageId)
                .put("code", code);
        return scene.call("POST", "/api/v1/mail/bounces", body.toString()).statusCode();
    }

    @Test
    void what_it_refuses_for_now_is_tried_again_until_it_takes_it() {
        server.answersRecipients(450);
        asksAndIsNotServed();
        passesUntilTries(2);
        server.answersRecipients(0);
        passesUntilTries(3);

        assertThat(scene.hears(customer, 2).get(1)).isEqualTo("It is on its way");
        assertThat(server.taken()).hasSize(1);
        assertThat(records()).singleElement().asString().contains(",answered,");
    }

    @Test
    void what_it_refuses_for_now_for_longer_than_the_flow_waits_has_failed() {
        server.answersMail(451);
        asksAndIsNotServed();
        scene.passes(Duration.ofSeconds(90));
        tries(2);

        assertThat(scene.hears(customer, 2).get(1)).isEqualTo("No mail today");
        assertThat(records()).singleElement().asString().contains(",server-busy,");
    }

    @Test
    void of_a_server_that_goes_away_with_the_mail_nobody_knows_so_none_is_sent_again() {
        server.endsAt("data");
        sends();

        assertThat(asks()).isEqualTo("No mail today");

        assertThat(records()).singleElement().asString().contains(",unsure,");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void a_server_that_goes_away_before_it_has_the_mail_is_asked_again() {
        server.endsAt("to");
        asksAndIsNotServed();
        passesUntilTries(2);

        assertThat(scene.hears(customer, 2).get(1)).isEqualTo("It is on its way");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void a_sender_that_changes_is_the_next_mails_own() {
        sends();
        assertThat(asks()).isEqualTo("It is on its way");
        try (var another = TestServer.startTls()) {
            set(another);
            scene.says(customer, word);
            scene.hears(customer, 3);
            scene.says(customer, ann);
            scene.hears(customer, 4);

            assertThat(server.taken()).hasSize(1);
            assertThat(another.taken()).hasSize(1);
        }
    }

    /** The customer asks for a mail; gives what they hear of it. */
    private String asks() {
        scene.says(customer, word);
        scene.hears(customer, 1);
        scene.says(customer, ann);
        return scene.hears(customer, 2).get(1);
    }

    /** The customer asks for a mail, which the server does not take the first time. */
    private void asksAndIsNotServed() {
        sends();
        scene.says(customer, word);
        scene.hears(customer, 1);
        scene.says(customer, ann);
        tries(1);
    }

    private void sends() {
        new FlowText(word, word)
                .asks("wish", "question", "Where to?", "name", "wish")
                .block("serviceTask", "mail", "email", "to", "{{ wish }}", "subject", "News", "body", "Hello")
                .says("sent", "It is on its way")
                .ends()
                .exitOf("mail", "qliento.failed", "No mail today")
                .publish(scene);
    }

    private void tries(int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.said().stream()
                                        .filter(said -> said.equals("to " + ann))
                                        .count()
                                == count
                        && underWay() == 0);
    }

    private void passesUntilTries(int count) {
        scene.passes(Duration.ofSeconds(16));
        tries(count);
    }

    private long underWay() {
        return inOrganisation(() -> scene.jdbc()
                .sql("SELECT count(*) FROM call_queue WHERE kind = 'mail' AND state = 'calling'")
                .query(Long.class)
                .single());
    }

    /** What is kept of the calls of this flow, in the order of the table's columns. */
    private List<String> records() {
        return inOrganisation(() -> scene.jdbc()
                .sql("SELECT r::text FROM call_record r WHERE flow = ?")
                .param(word)
                .query(String.class)
                .list());
    }

    private void set(TestServer where) {
        var sender = new MailSender(
                "shop@example.com",
                "Shop",
                "bounces@example.com",
                "localhost",
                where.port(),
                Security.STARTTLS,
                TestServer.USER,
                scene.clock().instant(),
                "test");
        inOrganisation(() -> {
            scene.bean(SenderStore.class).save(DEMO, sender, TestServer.PASSWORD);
            return sender;
        });
    }

    private JsonNode refusals() {
        try {
            return new ObjectMapper()
                    .readTree(scene.call("GET", "/api/v1/mail/refusals", "").body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private <T> T inOrganisation(Supplier<T> work) {
        return scene.bean(OrganisationScope.class).in(DEMO, work);
    }
}
