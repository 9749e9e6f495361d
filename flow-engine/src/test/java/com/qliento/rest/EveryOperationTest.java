package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.audit.AuditAction;
import com.qliento.erasure.ErasureByRest;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rectification.RectificationByRest;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each operation of the interface is done for real, and its answer is held against the description. */
class EveryOperationTest {

    private static final String API = "/api/v1";
    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();

    @Test
    void each_operation_answers_as_it_is_described() {
        channels();
        conversations();
        media();
        privacy();
        consents();
        new ErasureByRest(scene).run();
        new RectificationByRest(scene).run();
        policies();
        secrets();
        mail();
        requestHosts();
        keys();
        flows();
        starts();
        runs();
        webhooks();
        schedules();
        flowCases();
        decisions();
        decisionCases();
        audit();
        assertThat(scene.described().notDone())
                .as("operations without a real answer")
                .isEmpty();
    }

    @Test
    void each_operation_has_a_name_of_its_own_a_summary_and_refusals_of_one_shape() {
        var description = Answers.json(scene.call("GET", "/api/openapi.json", ""));
        var ids = new ArrayList<String>();
        for (var path : description.path("paths")) {
            for (var operation : path) {
                ids.add(operation.path("operationId").asText());
                assertThat(operation.path("summary").asText())
                        .as(operation.toString())
                        .isNotBlank();
                assertThat(operation.path("responses").has("default")).isTrue();
                assertThat(operation.path("responses").has("401")).isTrue();
            }
        }

        assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
        var refs = new HashSet<String>();
        description.findValues("$ref").forEach(ref -> refs.add(ref.asText()));
        assertThat(refs).allMatch(ref -> !description.at(ref.substring(1)).isMissingNode());
        assertThat(description.at("/components/schemas/Flow/required")).hasSize(4);
        assertThat(description.at("/components/schemas").has("View")).isFalse();
    }

    private void channels() {
        var number = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000_000L, 999_999_999_999_999L));
        var added = does(
                "POST",
                "/channels",
                "{\"phoneNumberId\":\"" + number
                        + "\",\"accountId\":\"102290129340398\",\"displayNumber\":\"15550001111\","
                        + "\"appSecret\":\"a-secret\",\"verifyToken\":\"a-word\",\"accessToken\":\"a-token\"}");
        does("GET", "/channels", "");
        does("GET", "/channels/" + id(added), "");
        does("DELETE", "/channels/" + id(added), "");
    }

    private void conversations() {
        var customer = Scene.newCustomer();
        scene.publish("described", flow("described"));
        scene.says(customer, "described");
        scene.hears(customer, 1);
        var conversation = first("/conversations");
        does("GET", "/conversations/" + conversation, "");
        does("GET", "/conversations/" + conversation + "/trace", "");
        does("GET", "/contacts/" + first("/contacts"), "");
        var nowhere = customer + "0".repeat(30);
        scene.says(nowhere, "hello");
        var message = parked(nowhere);
        Stream.of("/messages", "/messages/" + message).forEach(read -> does("GET", read, ""));
        does("POST", "/messages/" + message + "/retry", "");
        does("POST", "/messages/" + parked(nowhere) + "/drop", "");
    }

    private void privacy() {
        var asked = does("POST", "/privacy/people/" + first("/contacts") + "/package", "");
        var path = "/privacy/packages/" + id(asked);
        Awaitility.await().until(() -> scene.call("GET", API + path, "").body().contains("\"READY\""));
        Stream.of("/privacy/packages", path, path + "/content", path + "/links").forEach(read -> does("GET", read, ""));
        var mine = does("GET", path + "/portable", "").body();
        does("POST", "/privacy/portability/import?channel=" + first("/channels"), mine);
        Stream.of(path + "/links/" + id(does("POST", path + "/links", "{}")), path)
                .forEach(it -> does("DELETE", it, ""));
    }

    private void consents() {
        var who = first("/contacts");
        var given = "{\"contact\":\"" + who + "\",\"purposes\":[\"marketing\"],\"wording\":\"Offers?\"}";
        var record = "/consents/" + id(does("POST", "/consents", given));
        Stream.of(record, "/consents?contact=" + who, "/consents/uses?contact=" + who)
                .forEach(path -> does("GET", path, ""));
        does("POST", "/consents/withdrawal", given.replaceFirst(",\"wording.*", "}"));
        var limits = "/privacy/people/" + who;
        Stream.of(true, false)
                .forEach(on -> does("PUT", limits + "/restriction", "{\"restricted\":" + on + ",\"reason\":\"So.\"}"));
        var objection = does("POST", limits + "/objections", "{\"purpose\":\"analytics\",\"reason\":\"So said.\"}");
        Stream.of(limits + "/restriction", limits + "/objections").forEach(path -> does("GET", path, ""));
        does("POST", limits + "/objections/" + id(objection) + "/lift", "{\"reason\":\"They want it again.\"}");
    }

    private String parked(String phone) {
        var rest = new Rest(scene);
        Awaitility.await().until(() -> rest.messagesOf(phone).stream()
                .anyMatch(message -> message.path("state").asText().equals("parked")));
        return rest.messagesOf(phone).get(0).path("id").asText();
    }

    private void media() {
        var file = does("POST", "/media?name=list.txt", "Tea " + Scene.newCustomer(), "text/plain");
        var path = "/media/" + id(file);
        Stream.of("/media", path, path + "/uses").forEach(read -> does("GET", read, ""));
        does("DELETE", path, "");
    }

    private void audit() {
        var noted = does("GET", "/audit?limit=200", "").body();
        var byPeopleOnly = EnumSet.of(
                AuditAction.SIGNED_IN,
                AuditAction.SIGN_IN_REFUSED,
                AuditAction.SIGNED_OUT,
                AuditAction.ROLE_GIVEN,
                AuditAction.ROLE_TAKEN,
                AuditAction.FLOW_ASSIGNED,
                AuditAction.HOST_ASKED_FOR,
                AuditAction.PACKAGE_CODE_WRONG,
                AuditAction.PACKAGE_DELIVERED);
        assertThat(EnumSet.complementOf(byPeopleOnly))
                .allMatch(action -> noted.contains("\"action\":\"" + action.code() + "\""));
        does("GET", "/audit/verification", "");
        does("GET", "/audit/heads", "");
        does("GET", "/audit/keys", "");
    }

    private void mail() {
        does(
                "PUT",
                "/mail/sender",
                "{\"address\":\"shop@example.com\",\"host\":\"smtp.example.com\",\"security\":\"TLS\"}");
        does("GET", "/mail/sender", "");
        does("DELETE", "/mail/sender", "");
        does("GET", "/mail/refusals", "");
        does("POST", "/mail/bounces", "{\"messageId\":\"<" + letter() + "@example.com>\",\"code\":550}");
    }

    /** The id of a letter that a flow has sent. */
    private UUID letter() {
        var customer = Scene.newCustomer();
        new FlowText("told" + customer, "told" + customer)
                .block("serviceTask", "mail", "email", "to", "a@example.org", "subject", "Told", "body", "Told")
                .says("sent", "On its way")
                .ends()
                .exitOf("mail", "qliento.failed", "No mail today")
                .publish(scene);
        scene.says(customer, "told" + customer);
        scene.hears(customer, 1);
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT id FROM call_record WHERE flow = ?")
                .param("told" + customer)
                .query(UUID.class)
                .single());
    }

    private void secrets() {
        does("PUT", "/secrets/told", "{\"value\":\"a-token\"}");
        does("GET", "/secrets", "");
        does("GET", "/secrets/told/uses", "");
        does("DELETE", "/secrets/told", "");
    }

    private void keys() {
        does("POST", "/keys", "{\"name\":\"Told\",\"scopes\":[\"read\"]}");
        does("GET", "/keys", "");
        for (var key : Answers.json(scene.call("GET", API + "/keys", "")).path("items")) {
            if (key.path("name").asText().equals("Told")) {
                does("DELETE", "/keys/" + key.path("id").asText(), "");
            }
        }
    }

    /** A flow begun for somebody, and an address that begins it. */
    private void starts() {
        var customer = Scene.newCustomer();
        scene.publish("begun", flow("begun"));
        does("POST", "/flows/begun/start", "{\"phone\":\"" + customer + "\"}");
        var settings = "{\"name\":\"Told\",\"flow\":\"begun\",\"phone\":\"/body/phone\"}";
        var made = Answers.json(does("POST", "/triggers", settings));
        var trigger = "/triggers/" + made.path("trigger").path("id").asText();
        does("GET", "/triggers", "");
        does("GET", trigger, "");
        does("PUT", trigger, settings);
        var hook = HttpRequest.newBuilder(
                        URI.create(scene.url() + made.path("path").asText()))
                .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":\"" + customer + "\"}"))
                .build();
        assertThat(scene.send(hook).statusCode()).isEqualTo(202);
        var delivery = Answers.json(does("GET", trigger + "/deliveries", ""))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        does("POST", trigger + "/deliveries/" + delivery + "/replay", "");
        does("POST", trigger + "/renew", "");
        does("DELETE", trigger, "");
    }

    /** A flow about nobody, and something that happened. */
    private void runs() {
        FlowText.begunBy("run", "counts")
                .block("serviceTask", "answer", "answer-caller", "answer", "{sum: 1 + 2}")
                .ends()
                .publish(scene);
        var run = Answers.json(does("POST", "/flows/counts/start", "{\"values\":{}}"))
                .path("id")
                .asText();
        does("GET", "/runs", "");
        does("GET", "/runs/" + run, "");
        does("GET", "/runs/" + run + "/trace", "");
        does("POST", "/events", "{\"reference\":\"order-17\",\"data\":{\"paid\":true}}");
    }

    private void webhooks() {
        var settings = "{\"address\":\"/simulator/echo\",\"events\":[\"flow.published\"]}";
        var made = Answers.json(does("POST", "/webhooks", settings));
        var webhook = "/webhooks/" + made.path("webhook").path("id").asText();
        does("GET", "/webhooks", "");
        does("GET", webhook, "");
        does("PUT", webhook, settings);
        does("POST", webhook + "/rotate", "");
        var sent = id(does("POST", webhook + "/test", ""));
        does("GET", webhook + "/deliveries", "");
        does("POST", webhook + "/deliveries/" + sent + "/replay", "");
        does("DELETE", webhook, "");
    }

    private void schedules() {
        scene.publish("planned", flow("planned"));
        var settings = "{\"name\":\"Told\",\"flow\":\"planned\",\"phone\":\"" + Scene.newCustomer()
                + "\",\"cron\":\"0 9 * * 1-5\",\"zone\":\"Europe/Madrid\",\"values\":{\"order\":\"A-17\"}}";
        var schedule = "/schedules/"
                + Answers.json(does("POST", "/schedules", settings)).path("id").asText();
        does("GET", "/schedules", "");
        does("GET", "/schedules/times?cron=0%209%20*%20*%201-5", "");
        does("GET", schedule, "");
        does("PUT", schedule, settings);
        does("POST", schedule + "/pause", "");
        does("POST", schedule + "/resume", "");
        does("POST", schedule + "/begin", "");
        does("GET", schedule + "/runs", "");
        does("DELETE", schedule, "");
    }

    private void requestHosts() {
        does("PUT", "/request-hosts/told.shop.example", "");
        does("GET", "/request-hosts", "");
        does("DELETE", "/request-hosts/told.shop.example", "");
    }

    private void policies() {
        does("GET", "/policies", "");
        var terms = does("GET", "/policies/send", "");
        does("PUT", "/policies/send", terms.body());
        does("PUT", "/retention", "{\"messageDays\":30}");
        does("GET", "/retention", "");
        does("PUT", "/privacy/register/controller", "{\"name\":\"Told\"}");
        does("GET", "/privacy/register", "");
    }

    private void flows() {
        does("POST", "/flows?key=told", flow("told"), "application/xml");
        does("GET", "/flows", "");
        does("GET", "/flows/told", "");
        does("GET", "/flows/told/bpmn", "");
        does("GET", "/flows/told/export", "");
        does("PATCH", "/flows/told", "{\"name\":\"Told\",\"tags\":[\"one\"]}");
        does("POST", "/flows/told/check", "");
        does("POST", "/flows/told/publish", "{\"note\":\"first\"}");
        does("GET", "/flows/told/versions", "");
        does("POST", "/flows/told/rollback", "{\"version\":1}");
        does("GET", "/flows/told/breaks", "");
        does("POST", "/flows/told/archive", "");
        does("POST", "/flows/told/unarchive", "");
        var copy = does("POST", "/flows/told/duplicate", "{\"name\":\"Told twice\"}");
        does("DELETE", "/flows/" + Answers.json(copy).path("key").asText(), "");
        var brought = does("POST", "/flows/import?name=Brought%20along", flow("brought"), "application/xml");
        does("DELETE", "/flows/" + Answers.json(brought).path("key").asText(), "");
    }

    private void flowCases() {
        does("POST", "/flows/told/simulate", "{\"said\":[\"told\",\"me\"]}");
        var added = does(
                "POST",
                "/flows/told/cases",
                "{\"name\":\"Repeats\",\"steps\":[{\"kind\":\"SAY\",\"text\":\"told\"},{\"kind\":\"REPLY\",\"text\":\"x\"}]}");
        does("GET", "/flows/told/cases", "");
        does("POST", "/flows/told/cases/run", "");
        does("POST", "/flows/told/cases/" + id(added) + "/accept", "");
        does("DELETE", "/flows/told/cases/" + id(added), "");
        does("DELETE", "/flows/told", "");
    }

    private void decisions() {
        does("POST", "/decisions?key=told", Models.discount(10), "application/xml");
        does("GET", "/decisions", "");
        does("GET", "/decisions/told", "");
        does("GET", "/decisions/told/dmn", "");
        does("GET", "/decisions/told/uses", "");
        does("POST", "/decisions/told/check", "");
        does("POST", "/decisions/told/publish", "");
        does("GET", "/decisions/told/versions", "");
        does("POST", "/decisions/told/rollback", "{\"version\":1}");
        does("POST", "/decisions/told/evaluate", "{\"inputs\":{\"total\":250,\"kind\":\"vip\"}}");
        does("POST", "/decisions/told/rerun", "");
        var sheet = does("GET", "/decisions/told/sheet", "");
        does("GET", "/decisions/told/sheet?format=xlsx", "");
        does("PUT", "/decisions/told/sheet", sheet.body(), "text/csv");
    }

    private void decisionCases() {
        var added = does(
                "POST",
                "/decisions/told/cases",
                "{\"name\":\"A guest\",\"inputs\":{\"total\":250,\"kind\":\"vip\"},\"expected\":{\"discount\":null}}");
        does("GET", "/decisions/told/cases", "");
        does("POST", "/decisions/told/cases/run", "");
        does("DELETE", "/decisions/told/cases/" + id(added), "");
        does("DELETE", "/decisions/told", "");
    }

    private static String flow(String keyword) {
        try {
            return Echo.flow(keyword);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private HttpResponse<String> does(String method, String path, String body) {
        return does(method, path, body, "application/json");
    }

    private HttpResponse<String> does(String method, String path, String body, String type) {
        var answer = scene.send(scene.request(method, API + path, body, type).build());
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isLessThan(300);
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        return Answers.json(answer).path("id").asText();
    }

    private String first(String list) {
        JsonNode items = Answers.json(does("GET", list, "")).path("items");
        return items.path(0).path("id").asText();
    }
}
