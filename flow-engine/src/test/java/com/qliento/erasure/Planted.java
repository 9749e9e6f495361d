package com.qliento.erasure;

import static com.qliento.erasure.ErasureFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.qliento.access.AccessPackage;
import com.qliento.access.AccessPackages;
import com.qliento.contact.ContactId;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/** Somebody of whom something came in by every door there is: a word that is nowhere else, another one for each door. */
final class Planted {

    private static final SecureRandom RANDOM = new SecureRandom();

    final String phone = Scene.newCustomer();

    /** Names of flows are their authors' words: nothing of the person is in them. */
    private final String flows = UUID.randomUUID().toString().replace("-", "x");

    final List<String> words = new ArrayList<>();
    private final Scene scene;
    private final ErasureFixture people;
    private ContactId contact = new ContactId(UUID.randomUUID());
    private UUID packed = contact.value();

    Planted(Scene scene, ErasureFixture people) {
        this.scene = scene;
        this.people = people;
    }

    private String word(String door) {
        var random = new byte[16];
        RANDOM.nextBytes(random);
        var word = "CAN" + door
                + Base64.getEncoder().withoutPadding().encodeToString(random).replaceAll("[^A-Za-z0-9]", "");
        words.add(word);
        return word;
    }

    ContactId contact() {
        return contact;
    }

    Sinks sinks() {
        var sinks = new Sinks().lookForNumber(phone).lookForId(contact.value());
        words.forEach(sinks::lookFor);
        return sinks;
    }

    /** By every door. What is begun for them waits for something, or has ended. */
    Planted everywhere() throws Exception {
        hooks();
        contact = people.contact(phone);
        decides();
        writes();
        begun();
        paced();
        does(
                "/schedules",
                "{\"name\":\"Yearly\",\"flow\":\"mailed" + flows + "\",\"phone\":\"" + phone
                        + "\",\"cron\":\"0 9 1 1 *\",\"values\":{\"gift\":\"" + word("Schedule") + "\"}}");
        consents();
        disputes();
        holdsAndAsks();
        packed();
        return this;
    }

    /** A message with a name, an answer, a decision about it, and a question that waits. */
    private void decides() {
        scene.send(scene.request("POST", "/api/v1/decisions?key=offer" + flows, Models.discount(10), "application/xml")
                .build());
        does("/decisions/offer" + flows + "/publish", "");
        new FlowText("tell" + flows, "tell" + flows)
                .asks("story", "name", "story", "question", "Tell me", "category", "other", "purpose", "service")
                .asks("q", "question", "Total?", "name", "total")
                .decides(
                        "d",
                        "decision",
                        "offer" + flows,
                        "name",
                        "offer",
                        "inputs",
                        "total = number(total)\nkind = story")
                .says("said", "You said {{ story }}")
                .asks("more", "name", "more", "question", "More?", "category", "other", "purpose", "service")
                .ends()
                .publish(scene);
    }

    private void writes() {
        says("tell" + flows);
        scene.hears(phone, 3);
        says(word("Answer"));
        scene.hears(phone, 4);
        says("250");
        scene.hears(phone, 6);
    }

    private void says(String text) {
        var name = words.isEmpty() ? word("Name") : words.get(0);
        var body = Webhooks.text(scene.clock().instant(), phone, "wamid." + word("Wamid"), text)
                .replace("\"Customer\"", "\"" + name + "\"");
        assertThat(scene.post(body)).isEqualTo(200);
    }

    /** A trigger begins a flow for them that sends an e-mail. */
    private void hooks() {
        new FlowText("mailed" + flows, "mailed" + flows)
                .block("serviceTask", "mail", "email", "to", "a@example.org", "subject", "Left", "body", "It left")
                .says("sent", "On its way")
                .ends()
                .exitOf("mail", "qliento.failed", "No mail today")
                .publish(scene);
        says("mailed" + flows);
        scene.hears(phone, 1);
        var made =
                does("/triggers", "{\"name\":\"Parcel\",\"flow\":\"mailed" + flows + "\",\"phone\":\"/body/phone\"}");
        var address = made.replaceFirst("(?s).*\"path\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var hook = HttpRequest.newBuilder(URI.create(scene.url() + address))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"phone\":\"" + phone + "\",\"order\":\"" + word("Hook") + "\"}"))
                .build();
        assertThat(scene.send(hook).statusCode()).isEqualTo(202);
        scene.hears(phone, 2);
    }

    /** As when a flow of theirs begins another one. */
    private void paced() {
        people.sql(
                "INSERT INTO flow_begun_pace SELECT organisation_id, channel_id, id, now() FROM contact WHERE id = ?",
                contact.value());
    }

    /** A program begins a flow with values, twice with one key. */
    private void begun() {
        var body =
                "{\"phone\":\"" + phone + "\",\"whenBusy\":\"wait\",\"values\":{\"gift\":\"" + word("Start") + "\"}}";
        for (int i = 0; i < 2; i++) {
            var request = scene.request("POST", "/api/v1/flows/mailed" + flows + "/start", body, "application/json")
                    .header("Idempotency-Key", "erasure-" + contact)
                    .build();
            assertThat(scene.send(request).statusCode()).isLessThan(300);
        }
    }

    private void consents() {
        does(
                "/consents",
                "{\"contact\":\"" + contact + "\",\"purposes\":[\"marketing\"],\"wording\":\"" + word("Wording")
                        + "\",\"evidence\":{\"form\":\"" + word("Evidence") + "\"}}");
        does(
                "/privacy/people/" + contact + "/objections",
                "{\"purpose\":\"analytics\",\"reason\":\"" + word("Objection") + "\"}");
    }

    private void disputes() {
        does(
                "/privacy/people/" + contact + "/rectification",
                "{\"field\":\"name\",\"value\":\"" + word("Right") + "\",\"evidence\":\"" + word("Shown") + "\"}");
    }

    private void holdsAndAsks() {
        var wish = new HoldWish(
                List.of("schedule"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                "archiving",
                word("Hold"),
                scene.clock().instant().plus(Duration.ofHours(1)));
        var hold = scene.bean(Holds.class).place(people.asks, contact, wish);
        scene.bean(Holds.class).end(people.asks, hold.id());
        people.erasures.withdraw(
                people.asks, people.erasures.ask(people.asks, contact).id());
    }

    /** What in their package, which has something of every kind, is not as its schema says. */
    Set<ValidationMessage> packageAsDescribed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        scene.bean(AccessPackages.class).take(people.asks, packed, bytes::writeBytes);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(files.get("data.schema.json"))
                .validate(new ObjectMapper().readTree(files.get("data.json")));
    }

    private void packed() {
        var packages = scene.bean(AccessPackages.class);
        var id = packages.ask(people.asks, contact, Locale.ENGLISH).id();
        packed = id;
        await().atMost(LONG).until(() -> packages.get(people.asks, id).state() == AccessPackage.State.READY);
        bringsBack("/api/v1/privacy/packages/" + id + "/portable");
    }

    /** What they took along comes in once more. */
    private void bringsBack(String portable) {
        var taken = scene.call("GET", portable, "").body();
        var channel = new Rest(scene)
                .get("/api/v1/contacts/" + contact)
                .path("channelId")
                .asText();
        var brought = scene.send(scene.request(
                        "POST",
                        "/api/v1/privacy/portability/import?channel=" + channel,
                        taken,
                        "application/octet-stream")
                .build());
        assertThat(brought.statusCode()).as(brought.body()).isLessThan(300);
    }

    private String does(String path, String body) {
        var answer = scene.call("POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isLessThan(300);
        return answer.body();
    }
}
