package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.channel.NewChannel;
import com.qliento.contact.Contacts;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.organisation.Organisations;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final String NUMBER = "106540352242922";

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void the_same_webhook_five_times_at_once_is_one_message_and_one_reply() throws Exception {
        new FlowText("once", "once").says("yes", "yes").ends().publish(scene);
        new FlowText("after", "after").says("done", "done").ends().publish(scene);
        var body = scene.textMessage(customer, "once");
        var together = Executors.newFixedThreadPool(5);

        var calls = Stream.generate(() -> CompletableFuture.supplyAsync(() -> scene.post(body), together))
                .limit(5)
                .toList();

        assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
        together.shutdown();
        scene.says(customer, "after");
        assertThat(scene.hears(customer, 2)).containsExactly("yes", "done");
        assertThat(messagesOf(customer)).isEqualTo(2);
    }

    @Test
    void a_thousand_messages_of_one_customer_in_one_body_are_answered_in_order() throws Exception {
        scene.publish("echo", echo());
        scene.says(customer, "echo");
        scene.hears(customer, 1);
        var texts = IntStream.range(0, 1_000).mapToObj(n -> "line " + n).toList();
        var messages = new ArrayList<ObjectNode>();
        texts.forEach(text ->
                messages.add(Webhooks.message(scene.clock().instant(), customer, "wamid." + UUID.randomUUID(), text)));

        int status = scene.post(Webhooks.body(messages));

        assertThat(status).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> scene.sink().to(customer).size() > 1_000);
        assertThat(scene.sink().texts(customer).subList(1, 1_001)).isEqualTo(texts);
    }

    @Test
    void a_body_that_nobody_we_know_has_signed_is_refused_and_leaves_no_row() {
        long before = rows(demo());
        var body = scene.textMessage(customer, "hello");

        var wrong = scene.post(body, "sha256=" + "0".repeat(64));
        var none = scene.send(to("/webhooks/whatsapp")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();

        assertThat(List.of(wrong, none)).containsOnly(401);
        assertThat(rows(demo())).isEqualTo(before);
        assertThat(messagesOf(customer)).isZero();
    }

    @Test
    void more_than_three_megabytes_are_too_much() {
        assertThat(scene.post("{\"x\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}"))
                .isEqualTo(413);
    }

    @Test
    void what_is_rightly_signed_but_no_json_is_a_bad_request_and_leaves_no_row() {
        long before = rows(demo());

        assertThat(scene.post("not json")).isEqualTo(400);
        assertThat(scene.post("{\"object\":")).isEqualTo(400);
        assertThat(rows(demo())).isEqualTo(before);
    }

    @Test
    void json_of_another_shape_is_never_our_fault() {
        assertThat(Stream.of("[]", "{}", "null", "7", "{\"entry\":7}", "{\"entry\":[{\"changes\":[7,null,{}]}]}")
                        .map(scene::post))
                .isSubsetOf(200, 400);
    }

    @Test
    void a_body_that_also_names_another_organisations_number_does_not_reach_that_organisation() {
        var other = otherOrganisation();
        long before = rows(demo());
        var ours = Webhooks.text(scene.clock().instant(), customer, "wamid." + UUID.randomUUID(), "hello");
        var entry = ours.substring(ours.indexOf("[{\"id\":\"1\"") + 1, ours.lastIndexOf(']'));
        var both = ours.replace(
                entry,
                entry + "," + entry.replace(NUMBER, other.phoneNumberId()).replace("wamid.", "wamid.2"));

        assertThat(scene.post(both)).isEqualTo(200);

        assertThat(rows(other.organisation())).isZero();
        assertThat(rows(demo())).isEqualTo(before + 2);
    }

    @Test
    void meta_gets_its_challenge_back_only_with_a_token_we_know() {
        var right = scene.send(
                to("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=demo-verify&hub.challenge=1158201444")
                        .GET()
                        .build());
        var wrong =
                scene.send(to("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1158201444")
                        .GET()
                        .build());

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).doesNotContain("1158201444");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(scene.url() + path));
    }

    private Channel otherOrganisation() {
        var id = new OrganisationId(UUID.randomUUID());
        scene.bean(Organisations.class)
                .save(new Organisation(id, "Other", null, List.of("stop"), Organisation.DEFAULT_STOP_REPLY));
        var number = customer + "77";
        return scene.bean(Channels.class)
                .add(id, new NewChannel(number, null, customer, "another secret", "another token", "access"));
    }

    private OrganisationId demo() {
        return scene.bean(Channels.class).withNumber(NUMBER).orElseThrow().organisation();
    }

    private long rows(OrganisationId organisation) {
        return scene.bean(OrganisationScope.class).in(organisation, () -> scene.jdbc()
                .sql("SELECT count(*) FROM inbox_message")
                .query(Long.class)
                .single());
    }

    private long messagesOf(String phone) {
        var demo = scene.bean(Channels.class).withNumber(NUMBER).orElseThrow();
        return scene.bean(OrganisationScope.class).in(demo.organisation(), () -> scene.bean(Contacts.class)
                .withPhone(demo, phone)
                .map(contact -> scene.jdbc()
                        .sql("SELECT count(*) FROM inbox_message WHERE contact_id = ?")
                        .param(contact.value())
                        .query(Long.class)
                        .single())
                .orElse(0L));
    }

    private static String echo() throws Exception {
        try (var file = WebhookTest.class.getResourceAsStream("/flows/echo.bpmn")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
