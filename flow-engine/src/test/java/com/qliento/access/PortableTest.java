package com.qliento.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What a person takes along, and brings back equal. */
class PortableTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMPORT = "/api/v1/privacy/portability/import?channel=";

    private final Scene scene = Scene.shared();
    private final PackageFixture people = new PackageFixture(scene);
    private final OtherOrganisation other = OtherOrganisation.in(scene);
    private final String channel = channel();

    @Test
    void a_person_takes_along_what_they_provided_and_nothing_that_was_made_of_it() throws Exception {
        var phone = people.talked("my own words");
        var id = people.made(phone);

        var answer = scene.call("GET", "/api/v1/privacy/packages/" + id + "/portable", "");
        var portable = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        var files = people.taken(id);
        assertThat(JSON.readTree(files.get("portable.json"))).isEqualTo(portable);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(files.get("portable.schema.json"))
                        .validate(portable))
                .isEmpty();
        assertThat(portable.at("/profile/0/phone").asText()).isEqualTo(phone);
        assertThat(portable.at("/messages/1/values/text").asText()).isEqualTo("my own words");
        assertThat(portable.at("/answers/0/values/value").asText()).isEqualTo("my own words");
        assertThat(answer.body()).doesNotContain("Thank you", "\"step\"", "\"decision\"");
    }

    @Test
    void what_is_brought_to_another_organisation_is_taken_from_there_equal() throws Exception {
        var phone = people.talked("told once, kept twice");
        var id = people.made(phone);
        var brought = brings(people.files(id));
        assertThat(brought.statusCode()).as(text(brought)).isEqualTo(200);
        var said = JSON.readTree(brought.body());
        assertThat(said.path("signature").asText()).isEqualTo("ours");
        assertThat(said.path("messages").asInt()).isEqualTo(2);
        assertThat(said.path("tooOld").asInt()).isZero();

        var here = without(JSON.readTree(people.taken(id).get("portable.json")));
        var there = without(taken(said.path("contact").asText()));

        assertThat(there).isEqualTo(here);
        var again = JSON.readTree(brings(people.files(id)).body());
        assertThat(again.path("messages").asInt()).isZero();
        assertThat(again.path("alreadyThere").asInt())
                .isEqualTo(here.path("messages").size() + here.path("answers").size());
        assertThat(without(taken(said.path("contact").asText()))).isEqualTo(here);
    }

    @Test
    void what_is_brought_lies_sealed_and_ends_when_its_time_is_over() throws Exception {
        var canary = "canary" + UUID.randomUUID();
        var now = scene.clock().instant();
        var file = portable();
        file.putArray("messages")
                .add(message("m1", now.minus(Duration.ofDays(31)), "too old"))
                .add(message("m2", now.minus(Duration.ofDays(29)), canary));
        var said = JSON.readTree(brings(bytes(file)).body());

        assertThat(said.path("tooOld").asInt()).isOne();
        assertThat(said.path("messages").asInt()).isOne();
        assertThat(rows(canary)).isZero();
        assertThat(rows("")).isOne();
        assertThat(taken(said.path("contact").asText()).toString())
                .contains(canary)
                .doesNotContain("too old");

        scene.passes(Duration.ofDays(1).plusMinutes(1));
        scene.bean(PackageSweep.class).sweep();
        assertThat(rows("")).isZero();
    }

    @Test
    void what_was_changed_or_is_none_is_refused_with_a_sentence_and_nothing_is_brought() throws Exception {
        var files = people.files(people.made(people.talked("as it was")));
        var changed = new LinkedHashMap<>(files);
        changed.computeIfPresent("data.json", (name, was) -> "{}".getBytes(StandardCharsets.UTF_8));
        var broken = new LinkedHashMap<>(files);
        broken.put("manifest.json", "{".getBytes(StandardCharsets.UTF_8));
        var resigned = new LinkedHashMap<>(files);
        resigned.computeIfPresent("manifest.json", (name, was) -> (new String(was, StandardCharsets.UTF_8) + " ")
                .getBytes(StandardCharsets.UTF_8));
        var more = new LinkedHashMap<>(files);
        more.put("evil.json", new byte[1]);
        var bare = new LinkedHashMap<>(files);
        bare.remove("manifest.json");

        refuses(422, "not as its manifest says", zipped(changed));
        refuses(422, "manifest.json is no JSON", zipped(broken));
        refuses(422, "signature of its manifest does not fit", zipped(resigned));
        refuses(422, "not as its manifest says", zipped(more));
        refuses(422, "There is no manifest.json", zipped(bare));
        refuses(422, "ZIP file is broken", Arrays.copyOf(zipped(files), 900));
        assertThat(rows("")).isZero();
        assertThat(contacts()).isZero();
    }

    @Test
    void what_is_no_such_file_is_refused_with_the_place_and_without_what_stands_there() throws Exception {
        refuses(422, "It is no JSON", "hello".getBytes(StandardCharsets.UTF_8));
        refuses(422, "It is no JSON", new byte[0]);
        refuses(422, "at /?", bytes(portable().put("+34600000000", 1)));
        refuses(422, "portable.schema.json", bytes(portable().put("format", "other/1")));
        refuses(
                422,
                "at /messages/0/at",
                bytes(portable()
                        .set(
                                "messages",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("id", "a")
                                                .put("at", "now")))));
        refuses(422, "neither a phone number nor a user id", bytes(portable().set("profile", JSON.createArrayNode())));
        refuses(
                422,
                "yet to come",
                bytes(portable()
                        .set(
                                "messages",
                                JSON.createArrayNode()
                                        .add(message(
                                                "f", scene.clock().instant().plusSeconds(3600), "later")))));
        assertThat(rows("")).isZero();
        assertThat(contacts()).isZero();
    }

    @Test
    void another_organisations_channel_is_none_and_who_was_erased_is_not_brought_back() throws Exception {
        var ours = scene.call("GET", "/api/v1/channels", "");
        var theirs = JSON.readTree(ours.body()).at("/items/0/id").asText();
        var refused = other.call("POST", IMPORT + theirs, portable().toString());

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(other.call("POST", IMPORT + "none", "{}").statusCode()).isEqualTo(422);
        assertThat(contacts()).isZero();

        var vault = scene.bean(Vault.class);
        var phone = Scene.newCustomer();
        scene.bean(OrganisationScope.class)
                .run(
                        other.id(),
                        () -> vault.suppress(
                                other.id(),
                                List.of(vault.index(other.id(), "phone", phone)),
                                scene.clock().instant()));
        var erased = portable();
        ((ObjectNode) erased.at("/profile/0")).put("phone", phone);
        refuses(409, "nothing of theirs is brought back", bytes(erased));
        assertThat(contacts()).isZero();
    }

    @Test
    void a_gigabyte_is_refused_before_it_is_read() throws Exception {
        var head = "POST " + IMPORT + channel + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + other.key()
                + "\r\nContent-Type: application/zip\r\nContent-Length: 1073741824\r\n\r\nPK";

        assertThat(answered(head)).startsWith("HTTP/1.1 413").contains("64 MB at most");
    }

    private String answered(String request) throws IOException {
        var address = URI.create(scene.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ObjectNode portable() {
        var file = JSON.createObjectNode()
                .put("format", Portable.FORMAT)
                .put("organisation", "Elsewhere")
                .put("madeAt", scene.clock().instant().toString());
        file.putArray("profile").addObject().put("name", "Ana").put("phone", Scene.newCustomer());
        file.putArray("messages");
        file.putArray("answers");
        return file;
    }

    private static ObjectNode message(String id, Instant received, String text) {
        var message = JSON.createObjectNode()
                .put("id", id)
                .put("at", received.toString())
                .put("receivedAt", received.toString());
        message.putObject("values").put("type", "text").put("text", text);
        return message;
    }

    private void refuses(int status, String sentence, byte[] body) {
        var answer = brings(body);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(text(answer)).contains(sentence).doesNotContain("34600000000");
    }

    private HttpResponse<byte[]> brings(Map<String, byte[]> files) throws IOException {
        return brings(zipped(files));
    }

    private HttpResponse<byte[]> brings(byte[] body) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(scene.url() + IMPORT + channel))
                                    .header("Authorization", "Bearer " + other.key())
                                    .header("Content-Type", "application/octet-stream")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode file) throws IOException {
        return JSON.writeValueAsBytes(file);
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** As it is taken from the other organisation. */
    private JsonNode taken(String contact) throws Exception {
        var asked = other.call("POST", "/api/v1/privacy/people/" + contact + "/package", "");
        var path = asked.headers().firstValue("Location").orElseThrow();
        await().atMost(PackageFixture.LONG)
                .until(() -> other.call("GET", path, "").body().contains("\"READY\""));
        return JSON.readTree(other.call("GET", path + "/portable", "").body());
    }

    private static JsonNode without(JsonNode file) {
        var rest = ((ObjectNode) file).deepCopy();
        rest.remove("organisation");
        rest.remove("madeAt");
        return rest;
    }

    private String channel() {
        var number = "2065403533" + Scene.newCustomer().substring(6);
        var made = other.call("POST", "/api/v1/channels", """
                {"phoneNumberId": "%s", "displayNumber": "15550009998", "appSecret": "s", "verifyToken": "%s",
                 "accessToken": "t"}
                """.formatted(number, UUID.randomUUID()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private int rows(String canary) {
        return scene.bean(OrganisationScope.class).in(other.id(), () -> scene.jdbc()
                .sql(
                        "SELECT count(*) FROM access_imported WHERE organisation_id = ? AND position(?::bytea IN content) > 0")
                .params(other.id().value(), canary.getBytes(StandardCharsets.UTF_8))
                .query(Integer.class)
                .single());
    }

    private int contacts() {
        return scene.bean(OrganisationScope.class).in(other.id(), () -> scene.jdbc()
                .sql("SELECT count(*) FROM contact WHERE organisation_id = ?")
                .param(other.id().value())
                .query(Integer.class)
                .single());
    }
}
