package com.qliento.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.channel.Channels;
import com.qliento.contact.Contacts;
import com.qliento.contact.Identities;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Flows that begin at times, over REST, on an application whose clock is moved. */
class ScheduleTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    /** Its clock goes days ahead. */
    private static final Scene SCENE = Scene.start(Scene.Setup.usual());

    private final Scene scene = SCENE;
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String flow = "news" + customer;

    ScheduleTest() {
        new FlowText(flow, flow).says("said", "News for {{ who }}").ends().publish(scene);
        var hello = "hello" + customer;
        new FlowText(hello, hello).says("hi", "Hi").ends().publish(scene);
        scene.says(customer, hello);
        scene.hears(customer, 1);
    }

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @Test
    void a_flow_begins_once_at_its_time_with_what_it_is_handed() {
        var at = now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        var id = made("\"at\": \"" + at + "\"");
        scene.passes(Duration.ofMinutes(119));
        assertThat(sink()).hasSize(1);

        scene.passes(Duration.ofMinutes(2));

        assertThat(scene.hears(customer, 2)).endsWith("News for Ana");
        await().atMost(LONG).until(() -> schedule(id).path("state").asText().equals("over"));
        assertThat(runs(id)).singleElement().satisfies(run -> {
            assertThat(run.path("outcome").asText()).isEqualTo("begun");
            assertThat(run.path("planned").asText()).isEqualTo(at.toString());
            assertThat(run.path("missed").asInt()).isZero();
            assertThat(run.path("start").asText()).isNotEmpty();
        });
    }

    @Test
    void two_sweeps_at_once_begin_it_once() throws Exception {
        var id = made("\"cron\": \"0 * * * *\", \"zone\": \"UTC\"");
        scene.passes(toNextHour());
        var sweep = scene.bean(ScheduleSweep.class);

        try (var threads = Pool.of(8)) {
            threads.run(sweep::sweep);
        }

        assertThat(runs(id)).hasSize(1);
        assertThat(scene.hears(customer, 2)).hasSize(2);
        try (var threads = Pool.of(8)) {
            threads.run(sweep::sweep);
        }
        assertThat(runs(id)).hasSize(1);
        assertThat(sink()).hasSize(2);
        delete(id);
    }

    @Test
    void two_nodes_begin_it_once() throws Exception {
        var setup = Scene.Setup.usual();
        try (var one = Scene.start(setup);
                var other = Scene.beside(one, setup)) {
            one.publish(
                    flow, new FlowText(flow, flow).says("said", "News").ends().toString());
            var made = one.call("POST", "/api/v1/schedules", body("\"cron\": \"0 9 * * *\""));
            var path = "/api/v1/schedules/" + json(made).path("id").asText();
            one.passes(Duration.ofDays(1));
            other.passes(Duration.ofDays(1));

            try (var threads = Pool.of(2)) {
                threads.run(() -> one.bean(ScheduleSweep.class).sweep());
                threads.run(() -> other.bean(ScheduleSweep.class).sweep());
            }

            assertThat(items(json(one.call("GET", path + "/runs", "")))).hasSize(1);
        }
    }

    @Test
    void times_that_passed_while_no_node_ran_begin_it_once() {
        var id = made("\"cron\": \"30 9 * * *\"");

        scene.passes(Duration.ofDays(3));

        await().atMost(LONG).until(() -> runs(id).size() == 1);
        assertThat(runs(id).get(0).path("missed").asInt()).isEqualTo(2);
        assertThat(runs(id).get(0).path("outcome").asText()).isEqualTo("begun");
        assertThat(Instant.parse(schedule(id).path("next").asText())).isAfter(now());
        scene.bean(ScheduleSweep.class).sweep();
        assertThat(runs(id)).hasSize(1);
        delete(id);
    }

    @Test
    void what_cannot_begin_is_noted_with_why_and_goes_on() {
        var id = made("\"cron\": \"0 * * * *\"");
        assertThat(rest.get("/api/v1/flows/" + flow + "/breaks").path("begunBy"))
                .extracting(JsonNode::asText)
                .containsExactly(schedule(id).path("name").asText());
        scene.call("POST", "/api/v1/flows/" + flow + "/archive", "");

        scene.passes(Duration.ofHours(1));
        await().atMost(LONG).until(() -> runs(id).size() == 1);
        assertThat(runs(id).get(0).path("outcome").asText()).isEqualTo("flow-not-live");
        assertThat(schedule(id).path("state").asText()).isEqualTo("on");
        assertThat(scene.call("POST", "/api/v1/schedules/" + id + "/begin", "").statusCode())
                .isEqualTo(409);

        scene.call("POST", "/api/v1/flows/" + flow + "/unarchive", "{\"liveVersion\": 1}");
        scene.passes(Duration.ofHours(1));
        assertThat(scene.hears(customer, 2)).endsWith("News for Ana");
        assertThat(runs(id)).extracting(run -> run.path("outcome").asText()).containsExactly("begun", "flow-not-live");
        delete(id);
    }

    @Test
    void of_somebody_who_was_erased_nothing_begins_any_more_and_the_schedule_says_so() {
        var id = made("\"cron\": \"0 * * * *\"");
        scene.bean(Vault.class).destroySubject(DEMO, new SubjectId(UUID.fromString(rest.contact(customer))));

        scene.passes(Duration.ofHours(1));

        await().atMost(LONG).until(() -> runs(id).size() == 1);
        assertThat(runs(id).get(0).path("outcome").asText()).isEqualTo("contact-gone");
        assertThat(schedule(id).path("state").asText()).isEqualTo("over");
        scene.passes(Duration.ofHours(2));
        scene.bean(ScheduleSweep.class).sweep();
        assertThat(runs(id)).hasSize(1);
        assertThat(scene.call("POST", "/api/v1/schedules/" + id + "/begin", "").body())
                .contains("contact-gone");
        delete(id);
    }

    @Test
    void for_two_who_turn_out_to_be_one_it_goes_on_for_whom_stays() {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var known = new Identities(null, "ES." + customer, null, null);
        var went = scene.bean(OrganisationScope.class)
                .in(DEMO, () -> scene.bean(Contacts.class).resolve(channel, List.of(known), now()));
        var id = made("\"cron\": \"0 * * * *\", \"contact\": \"" + went.get(0).orElseThrow() + "\"");

        var both = Webhooks.message(now(), customer, "wamid." + UUID.randomUUID(), "thanks");
        scene.post(Webhooks.body(List.of(both.put("from_user_id", "ES." + customer))));
        await().atMost(LONG).until(() -> schedule(id).path("contact").asText().equals(rest.contact(customer)));
        scene.passes(Duration.ofHours(1));

        assertThat(scene.hears(customer, 3)).endsWith("News for Ana");
        assertThat(runs(id)).extracting(run -> run.path("outcome").asText()).containsExactly("begun");
        delete(id);
    }

    @Test
    void it_pauses_goes_on_is_begun_by_hand_and_deleted() {
        var id = made("\"cron\": \"0 * * * *\"");
        var path = "/api/v1/schedules/" + id;

        assertThat(json(scene.call("POST", path + "/pause", "")).path("state").asText())
                .isEqualTo("paused");
        scene.passes(Duration.ofHours(2));
        scene.bean(ScheduleSweep.class).sweep();
        assertThat(runs(id)).isEmpty();
        assertThat(json(scene.call("POST", path + "/resume", "")).path("state").asText())
                .isEqualTo("on");
        scene.bean(ScheduleSweep.class).sweep();
        assertThat(runs(id)).isEmpty();

        var begun = json(scene.call("POST", path + "/begin", ""));
        assertThat(begun.path("byHand").asBoolean()).isTrue();
        assertThat(scene.hears(customer, 2)).endsWith("News for Ana");
        assertThat(runs(id)).hasSize(1);
        delete(id);
        assertThat(scene.call("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(scene.call("GET", path + "/runs", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_flow_about_nobody_begins_by_itself_and_is_for_nobody() {
        var works = "works" + customer;
        FlowText.begunBy("run", works)
                .block("serviceTask", "answer", "answer-caller", "answer", "{sum: 1 + 2}")
                .ends()
                .publish(scene);
        var settings = "{\"name\": \"Nightly\", \"flow\": \"" + works + "\", \"cron\": \"0 * * * *\"";
        assertThat(scene.call("POST", "/api/v1/schedules", settings + ", \"phone\": \"" + customer + "\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(scene.call("POST", "/api/v1/schedules", settings.replace(works, flow) + "}")
                        .statusCode())
                .isEqualTo(409);

        var made = scene.call("POST", "/api/v1/schedules", settings + "}");
        var id = json(made).path("id").asText();
        scene.passes(Duration.ofHours(1));

        await().atMost(LONG).until(() -> runs(id).size() == 1);
        var run = "/api/v1/runs/" + runs(id).get(0).path("start").asText();
        await().atMost(LONG)
                .until(() ->
                        rest.get(run).path("answer").path("value").path("sum").asInt() == 3);
        assertThat(schedule(id).path("contact").isMissingNode()).isTrue();
        delete(id);
    }

    @Test
    void it_goes_by_the_organisations_clock_also_when_that_is_another_later_on() {
        zone("Europe/Madrid");
        var id = made("\"cron\": \"0 9 * * *\"");
        var own = made("\"cron\": \"0 9 * * *\", \"zone\": \"Asia/Tokyo\"");
        assertThat(hour(id, "Europe/Madrid")).isEqualTo(9);

        zone("America/Sao_Paulo");

        await().atMost(LONG).until(() -> hour(id, "America/Sao_Paulo") == 9);
        assertThat(hour(own, "Asia/Tokyo")).isEqualTo(9);
        delete(id);
        delete(own);
        zone("Europe/Madrid");
    }

    @Test
    void what_can_never_begin_is_refused_in_words() {
        var wrong = List.of(
                "\"at\": \"2020-01-01T09:00:00Z\"",
                "\"at\": \"tomorrow\"",
                "\"at\": \"+99999-01-01T09:00:00Z\"",
                "\"at\": \"9999-01-01T09:00:00Z\"",
                "\"cron\": \"0 9 31 2 *\"",
                "\"cron\": \"* * * * *\"",
                "\"cron\": \"daily\"",
                "\"cron\": \"0 9 * * *\", \"zone\": \"Mars/Phobos\"",
                "\"cron\": \"0 9 * * *\", \"zone\": \"+02:00\"",
                "\"cron\": \"0 9 * * *\", \"at\": \"2099-01-01T09:00:00Z\"",
                "\"cron\": \"0 9 * * *\", \"whenBusy\": \"shout\"",
                "\"cron\": \"0 9 * * *\", \"values\": {\"two words\": 1}",
                "\"name\": \" \", \"cron\": \"0 9 * * *\"");
        for (var settings : wrong) {
            assertThat(scene.call("POST", "/api/v1/schedules", body(settings)).statusCode())
                    .as(settings)
                    .isEqualTo(422);
        }
        assertThat(scene.call(
                                "POST",
                                "/api/v1/schedules",
                                body("\"cron\": \"0 9 * * *\"").replace(flow, "nobody"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(scene.call("GET", "/api/v1/schedules/times?cron=0%209%2031%202%20*", "")
                        .statusCode())
                .isEqualTo(422);
        var often = json(scene.call("GET", "/api/v1/schedules/times?cron=*/10%20*%20*%20*%20*&zone=Asia/Tokyo", ""));
        assertThat(often.path("times")).hasSize(5);
        assertThat(often.path("zone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(often.path("warning").asText()).contains("24 times a day");
    }

    @Test
    void what_it_is_handed_and_whom_it_is_for_stand_in_no_row() {
        var id = made("\"cron\": \"0 9 * * *\"");

        var rows = scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT s::text || encode(s.content, 'escape') FROM flow_schedule s")
                .query(String.class)
                .list());

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("Ana") || row.contains(customer + "\""));
        assertThat(schedule(id).path("values").path("who").asText()).isEqualTo("Ana");
        delete(id);
    }

    /** Whoever looks at once. */
    private record Pool(ExecutorService service, int threads) implements AutoCloseable {

        static Pool of(int threads) {
            return new Pool(Executors.newFixedThreadPool(threads), threads);
        }

        void run(Runnable work) throws Exception {
            var calls = new ArrayList<Callable<Object>>();
            for (int i = 0; i < threads; i++) {
                calls.add(Executors.callable(work));
            }
            for (var done : service.invokeAll(calls)) {
                done.get();
            }
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }

    private String made(String settings) {
        var made = scene.call("POST", "/api/v1/schedules", body(settings));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asText();
    }

    private String body(String settings) {
        var name = settings.contains("\"name\"") ? "" : "\"name\": \"" + flow + "\", ";
        var values = settings.contains("\"values\"") ? "" : "\"values\": {\"who\": \"Ana\"}, ";
        var whom = settings.contains("\"contact\"") ? "" : "\"phone\": \"" + customer + "\", ";
        return "{" + name + values + "\"flow\": \"" + flow + "\", " + whom + settings + "}";
    }

    private void delete(String id) {
        assertThat(scene.call("DELETE", "/api/v1/schedules/" + id, "").statusCode())
                .isEqualTo(204);
    }

    private void zone(String zone) {
        assertThat(scene.call("PUT", "/api/v1/policies/send", "{\"zone\": \"" + zone + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private int hour(String id, String zone) {
        return Instant.parse(schedule(id).path("next").asText())
                .atZone(ZoneId.of(zone))
                .getHour();
    }

    private JsonNode schedule(String id) {
        return rest.get("/api/v1/schedules/" + id);
    }

    private List<JsonNode> runs(String id) {
        return items(rest.get("/api/v1/schedules/" + id + "/runs"));
    }

    private List<String> sink() {
        return scene.sink().texts(customer);
    }

    private Instant now() {
        return scene.clock().instant();
    }

    private Duration toNextHour() {
        return Duration.between(now(), now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)))
                .plusSeconds(1);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
