package com.qliento.access;

import static com.qliento.access.PackageFixture.DEMO;
import static com.qliento.access.PackageFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.qliento.account.Actor;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.contact.ContactId;
import com.qliento.database.RoundTrip;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.vault.Signing;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

/** All that is kept of a person, asked for, made, taken, and gone. */
class AccessPackageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final AccessPackages packages = scene.bean(AccessPackages.class);
    private final PackageFixture people = new PackageFixture(scene);
    private final Actor officer = people.officer();

    @Test
    void a_package_has_both_directions_of_what_was_said_what_was_answered_and_nothing_of_others() throws Exception {
        var other = people.talked("the other's secret");
        var ana = people.talked("Ana <b>wrote</b> this, call +" + other + " or +4930901820 or order 1234567890");

        var files = people.taken(people.made(ana));
        var data = JSON.readTree(files.get("data.json"));

        assertThat(texts(data, "message"))
                .contains("Tell me", "Thank you")
                .anySatisfy(text -> assertThat(text)
                        .contains("Ana <b>wrote</b> this, call [person 1] or +4930901820 or order 1234567890"))
                .noneSatisfy(text -> assertThat(text).contains(other));
        assertThat(data.at("/data/contact/0/values/phone").asText()).isEqualTo(ana);
        assertThat(data.at("/data/answer/0/values/name").asText()).isEqualTo("story");
        assertThat(data.at("/data/answer/0/values/value").asText()).contains("[person 1]");
        assertThat(data.at("/data/message/0/values/asSent").isObject()).isTrue();
        assertThat(data.at("/data/step")).isNotEmpty();
        assertThat(data.path("hidden"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("hidden").asText()).isEqualTo("number of another contact"));
        assertThat(data.path("toReview")).isNotEmpty();
        assertThat(files.get("data.html"))
                .contains("Ana &lt;b&gt;wrote&lt;/b&gt; this")
                .contains("Your answers")
                .doesNotContain("<script", other);
        assertThat(String.join("", files.values())).doesNotContain("the other's secret");
    }

    @Test
    void a_package_is_as_its_schema_and_its_signed_manifest_say() throws Exception {
        var id = people.made(people.talked("as described"));
        var files = people.taken(id);
        var bytes = people.files(id);

        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(files.get("data.schema.json"));
        assertThat(schema.validate(JSON.readTree(files.get("data.json")))).isEmpty();
        var signature = JSON.readTree(files.get("manifest.sig.json"));
        var signed = Objects.requireNonNull(files.get("manifest.json"));
        assertThat(isSigned(signed, signature)).isTrue();
        assertThat(isSigned(signed + " ", signature)).isFalse();
        var manifest = JSON.readTree(signed);
        assertThat(manifest.path("files")).hasSize(6).allSatisfy(file -> {
            var content = Objects.requireNonNull(bytes.get(file.path("name").asText()));
            assertThat(file.path("bytes").asInt()).isEqualTo(content.length);
            assertThat(file.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        });
    }

    @Test
    void a_package_says_what_was_decided_who_was_asked_what_others_told_and_what_is_planned() throws Exception {
        var customer = decided();
        begunByAnother(customer);
        does(
                "/api/v1/schedules",
                "{\"name\":\"Yearly\",\"flow\":\"mailed" + customer + "\",\"phone\":\"" + customer
                        + "\",\"cron\":\"0 9 1 1 *\",\"values\":{\"gift\":\"a planned gift\"}}");

        var files = people.taken(people.made(customer));
        var data = JSON.readTree(files.get("data.json"));

        assertThat(data.at("/data/decision/0/values/given").toString()).contains("250");
        assertThat(data.at("/data/decision/0/values/came").toString()).contains("large order");
        assertThat(data.at("/data/decision/0/values/rules/0").asText()).contains("large");
        assertThat(data.at("/data/call/0/values/kind").asText()).isEqualTo("mail");
        assertThat(data.path("recipients")).isNotEmpty();
        assertThat(data.at("/data/heard/0/values/sent").toString()).contains("parcel-4711");
        assertThat(data.at("/data/heard/0/values/trigger").asText()).isEqualTo("Parcel");
        assertThat(data.at("/data/schedule/0/values/values/gift").asText()).isEqualTo("a planned gift");
        assertThat(files.get("data.html")).contains("Decisions by rules", "large order", "parcel-4711");
        assertThat(data.at("/information/decidedBy/0").asText()).isEqualTo("offer" + customer + " (1)");
        assertThat(data.at("/information/activities"))
                .anySatisfy(activity ->
                        assertThat(activity.at("/categories/0/period").asText()).contains("30"));
        assertThat(files.get("data.html")).contains("offer" + customer + " (1)", "30 days");
    }

    /** Somebody about whom a table decided. */
    private String decided() throws Exception {
        var customer = Scene.newCustomer();
        scene.send(
                scene.request("POST", "/api/v1/decisions?key=offer" + customer, Models.discount(10), "application/xml")
                        .build());
        does("/api/v1/decisions/offer" + customer + "/publish", "");
        new FlowText("decide" + customer, "decide" + customer)
                .asks("q", "question", "Total?", "name", "total")
                .decides(
                        "d",
                        "decision",
                        "offer" + customer,
                        "name",
                        "offer",
                        "inputs",
                        "total = number(total)\nkind = \"new\"")
                .says("said", "{{ offer.reason }}")
                .ends()
                .publish(scene);
        scene.says(customer, "decide" + customer);
        scene.hears(customer, 1);
        scene.says(customer, "250");
        scene.hears(customer, 2);
        return customer;
    }

    /** A trigger begins a flow for them that sends an e-mail. */
    private void begunByAnother(String customer) throws Exception {
        new FlowText("mailed" + customer, "mailed" + customer)
                .block("serviceTask", "mail", "email", "to", "a@example.org", "subject", "Left", "body", "It left")
                .says("sent", "On its way")
                .ends()
                .exitOf("mail", "qliento.failed", "No mail today")
                .publish(scene);
        var made = JSON.readTree(does(
                "/api/v1/triggers",
                "{\"name\":\"Parcel\",\"flow\":\"mailed" + customer + "\",\"phone\":\"/body/phone\"}"));
        var hook = HttpRequest.newBuilder(
                        URI.create(scene.url() + made.path("path").asText()))
                .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":\"" + customer + "\",\"order\":\"parcel-4711\"}"))
                .build();
        assertThat(scene.send(hook).statusCode()).isEqualTo(202);
        scene.hears(customer, 3);
    }

    private String does(String path, String body) {
        var answer = scene.call("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body();
    }

    @Test
    void a_program_asks_waits_takes_and_ends_a_package_by_rest() throws Exception {
        var contact = rest.contact(people.talked("by rest"));

        var asked = scene.call("POST", "/api/v1/privacy/people/" + contact + "/package?language=es", "");
        var path = asked.headers().firstValue("Location").orElseThrow();
        await().atMost(LONG).until(() -> rest.get(path).path("state").asText().equals("READY"));
        var content = scene.call("GET", path + "/content", "");

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(content.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(content.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).doesNotContain(contact));
        assertThat(rest.get(path).path("taken").asInt()).isOne();
        assertThat(rest.get("/api/v1/privacy/packages").path("items"))
                .anySatisfy(one -> assertThat(one.path("contact").asText()).isEqualTo(contact));
        assertThat(scene.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(scene.call("GET", path + "/content", "")).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("package-over");
        });
    }

    @Test
    void what_lies_in_the_database_is_sealed_and_gone_when_its_time_is_over() throws Exception {
        var canary = "canary" + UUID.randomUUID();
        var id = people.made(people.talked(canary));
        var scope = scene.bean(OrganisationScope.class);

        assertThat(scope.in(DEMO, () -> parts(id))).isPositive();
        assertThat(scope.in(DEMO, () -> scene.jdbc()
                        .sql("SELECT count(*) FROM access_package_part WHERE position(?::bytea IN content) > 0")
                        .param(canary.getBytes(StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single()))
                .isZero();

        scene.passes(PackageMaker.KEPT.minusSeconds(30));
        people.taken(id);
        scene.passes(Duration.ofSeconds(30));

        assertThatThrownBy(() -> people.taken(id)).isInstanceOf(Problem.class).hasMessageContaining("Its time is over");
        scene.bean(PackageSweep.class).sweep();
        assertThat(scope.in(DEMO, () -> parts(id))).isZero();
        assertThat(packages.get(officer, id).state()).isEqualTo(AccessPackage.State.OVER);
    }

    @Test
    void nobody_gets_a_package_of_nobody_nor_two_at_once() {
        var contact = new ContactId(UUID.fromString(rest.contact(people.talked("twice"))));
        assertThatThrownBy(() -> packages.ask(officer, new ContactId(UUID.randomUUID()), Locale.ENGLISH))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There is no contact");

        var making = people.making(contact.value());
        assertThatThrownBy(() -> packages.ask(officer, contact, Locale.ENGLISH))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.more())
                        .containsEntry("package", making.toString()));
        assertThatThrownBy(() -> people.taken(making)).hasMessageContaining("It is being put together");
    }

    @Test
    void one_that_is_ended_while_it_is_made_leaves_nothing() {
        var scope = scene.bean(OrganisationScope.class);
        var contact = UUID.fromString(rest.contact(people.talked("ended early")));
        var ended = people.making(contact);
        begun(ended);

        packages.end(officer, ended);
        scene.bean(PackageMaker.class).make(DEMO, ended);

        assertThat(packages.get(officer, ended).state()).isEqualTo(AccessPackage.State.OVER);
        assertThat(scope.in(DEMO, () -> parts(ended))).isZero();
        assertThat(keyIsDestroyed(ended)).isTrue();
    }

    @Test
    void one_that_can_not_be_made_says_so_and_its_key_goes() {
        var scope = scene.bean(OrganisationScope.class);
        var contact = UUID.fromString(rest.contact(people.talked("never made")));
        var failing = people.making(contact);
        begun(failing);
        scope.run(DEMO, () -> {
            var trip = new RoundTrip();
            scene.bean(PackageCallee.class)
                    .recorded(
                            trip,
                            new Callee.Tried(
                                    failing,
                                    DEMO,
                                    CallOutcome.failed("too-large"),
                                    "too-large",
                                    1,
                                    Duration.ZERO,
                                    scene.clock().instant(),
                                    null));
            trip.run(scene.bean(JdbcOperations.class));
        });
        assertThat(packages.get(officer, failing))
                .returns(AccessPackage.State.FAILED, AccessPackage::state)
                .returns("too-large", AccessPackage::failure);
        assertThat(scope.in(DEMO, () -> parts(failing))).isZero();
        assertThatThrownBy(() -> people.taken(failing)).hasMessageContaining("It could not be made");

        assertThat(keyIsDestroyed(failing)).isFalse();
        scene.bean(PackageSweep.class).sweep();
        assertThat(keyIsDestroyed(failing)).isTrue();
        assertThat(packages.get(officer, failing).state()).isEqualTo(AccessPackage.State.FAILED);
    }

    private boolean keyIsDestroyed(UUID id) {
        var key = new SubjectId(id);
        return scene.bean(Vault.class).erased(DEMO, List.of(key)).contains(key);
    }

    /** As when an attempt has written its first piece. */
    private void begun(UUID making) {
        scene.bean(OrganisationScope.class).run(DEMO, () -> scene.jdbc()
                .sql(
                        "INSERT INTO access_package_part (package_id, part, organisation_id, content) VALUES (?, 0, ?, 'x')")
                .param(making)
                .param(DEMO.value())
                .update());
    }

    private boolean isSigned(String manifest, JsonNode signature) {
        return scene.bean(Signing.class)
                .isOurs(
                        manifest.getBytes(StandardCharsets.UTF_8),
                        signature.path("key").asText(),
                        Base64.getDecoder().decode(signature.path("signature").asText()));
    }

    private static int parts(UUID id) {
        return Scene.shared()
                .jdbc()
                .sql("SELECT count(*) FROM access_package_part WHERE package_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static Iterable<String> texts(JsonNode data, String kind) {
        return StreamSupport.stream(data.path("data").path(kind).spliterator(), false)
                .map(one -> one.at("/values/text").asText())
                .toList();
    }
}
