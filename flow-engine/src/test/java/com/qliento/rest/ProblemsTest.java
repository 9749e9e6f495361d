package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.scene.Scene;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is answered with a problem that says what to do and nothing of the inside. */
class ProblemsTest {

    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @ValueSource(strings = {"channels", "flows", "contacts", "conversations", "messages", "nothing-of-the-kind"})
    void without_a_key_nothing_is_shown(String resource) {
        var request = HttpRequest.newBuilder(URI.create(scene.url() + "/api/v1/" + resource));

        var answer = scene.send(request.build());

        var problem = Answers.problem(answer, 401);
        assertThat(problem.path("type").asText()).isEqualTo("urn:qliento:problem:api-key-needed");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "Bearer ", "Basic ZGVtbzpkZW1v", "demo-api-key", ""})
    void a_wrong_key_is_no_key(String authorization) {
        var request =
                scene.request("GET", "/api/v1/flows", "", "application/json").setHeader("Authorization", authorization);

        Answers.problem(scene.send(request.build()), 401);
    }

    @Test
    void the_scheme_is_read_in_any_letter_case() {
        var request = scene.request("GET", "/api/v1/flows", "", "application/json")
                .setHeader("Authorization", "bearer demo-api-key");

        assertThat(scene.send(request.build()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/flows/unknown",
                "/api/v1/flows/unknown/bpmn",
                "/api/v1/flows/unknown/versions",
                "/api/v1/channels/" + UNKNOWN,
                "/api/v1/contacts/" + UNKNOWN,
                "/api/v1/conversations/" + UNKNOWN,
                "/api/v1/conversations/" + UNKNOWN + "/trace",
                "/api/v1/messages/" + UNKNOWN,
                "/api/v1/nothing-of-the-kind",
                "/api/v1/"
            })
    void what_is_not_there_is_not_found(String path) {
        Answers.problem(scene.call("GET", path, ""), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/flows?limit=0",
        "/api/v1/flows?limit=201",
        "/api/v1/contacts?limit=-1",
        "/api/v1/contacts?cursor=wrong",
        "/api/v1/conversations?cursor=1",
        "/api/v1/conversations?contact=x",
        "/api/v1/messages?cursor=%27%3B",
        "/api/v1/messages/not-an-id",
        "/api/v1/channels/not-an-id"
    })
    void a_value_that_cannot_be_used_is_named(String path) {
        var problem = Answers.problem(scene.call("GET", path, ""), 422);

        assertThat(problem.path("field").asText()).isIn("limit", "cursor", "contact", "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/flows?limit=many", "/api/v1/messages?limit=1e3", "/api/v1/contacts?limit=99999999999"})
    void a_value_of_another_kind_is_a_bad_request(String path) {
        Answers.problem(scene.call("GET", path, ""), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"phoneNumberId\":{}}", "\u0000"})
    void a_body_of_another_shape_is_a_bad_request(String body) {
        Answers.problem(scene.call("POST", "/api/v1/channels", body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"version\":1} x", "{\"version\":1}{\"version\":2}", "{\"version\":1}]", "{\"version\":1} null"
            })
    void a_body_with_something_behind_it_is_a_bad_request(String body) {
        var problem = Answers.problem(scene.call("POST", "/api/v1/flows/menu/rollback", body), 400);

        assertThat(problem.path("type").asText()).isEqualTo("urn:qliento:problem:unreadable-body");
    }

    @Test
    void what_is_not_at_hand_now_is_answered_with_when_to_ask_again() {
        var refused = new ProblemType(ProblemKind.UNAVAILABLE, "busy", "Busy").because("Ask again.");

        assertThat(new ProblemAdvice().refused(refused).getHeaders()).containsEntry("Retry-After", List.of("5"));
        assertThat(new ProblemAdvice().refused(Problem.notFound("thing", 1)).getHeaders())
                .doesNotContainKey("Retry-After");
    }

    @Test
    void a_character_that_the_database_cannot_keep_is_no_failure_of_ours() {
        Answers.problem(scene.call("GET", "/api/v1/flows?cursor=%00", ""), 422);
    }

    @Test
    void a_parameter_that_is_missing_is_a_bad_request() {
        var answer = scene.send(scene.request("POST", "/api/v1/flows", "<a/>", "application/xml")
                .build());

        assertThat(Answers.problem(answer, 400).path("detail").asText()).contains("key");
    }

    @ParameterizedTest
    @CsvSource({"PUT,/api/v1/flows", "PUT,/api/v1/flows/menu", "PATCH,/api/v1/messages", "POST,/api/v1/contacts"})
    void a_method_that_is_not_there_is_named_with_those_that_are(String method, String path) {
        var answer = scene.call(method, path, "{}");

        Answers.problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void a_body_of_another_type_is_refused() {
        Answers.problem(scene.call("POST", "/api/v1/flows?key=typed", "{}"), 415);
        Answers.problem(
                scene.send(scene.request("POST", "/api/v1/channels", "a=b", "application/x-www-form-urlencoded")
                        .build()),
                415);
        Answers.problem(
                scene.send(scene.request("POST", "/api/v1/channels", "{}", "no type at all")
                        .build()),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html", "/", "no type"})
    void an_answer_in_another_language_than_json_is_not_to_be_had(String accept) {
        var request =
                scene.request("GET", "/api/v1/flows", "", "application/json").header("Accept", accept);

        Answers.problem(scene.send(request.build()), 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1&limit=2", "cursor=a&cursor=b", "li%6Dit=1&limit=1"})
    void a_parameter_that_is_there_twice_is_named_and_none_of_them_taken(String query) {
        var problem = Answers.problem(scene.call("GET", "/api/v1/flows?" + query, ""), 400);

        assertThat(problem.path("type").asText()).isEqualTo("urn:qliento:problem:parameter-repeated");
        assertThat(problem.path("field").asText()).isIn("limit", "cursor");
    }

    @ParameterizedTest
    @CsvSource({"limit=%zz", "limit=%", "cursor=%ff%fe", "other=%C3"})
    void a_parameter_that_cannot_be_decoded_is_not_passed_over(String query) throws Exception {
        var answer = RawHttp.send(
                scene.url(),
                ("GET /api/v1/flows?" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer demo-api-key\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:qliento:problem:parameter-unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\":\"x\"} | version | a whole number up to 2147483647",
                "{\"version\":1.5} | version | a whole number up to 2147483647",
                "{\"version\":{}} | version | a whole number up to 2147483647",
                "{\"version\":99999999999} | version | too large, or of another kind"
            })
    void a_field_of_another_kind_is_named_with_what_belongs_there(String body, String field, String kind) {
        var problem = Answers.problem(scene.call("POST", "/api/v1/flows/menu/rollback", body), 400);

        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText()).contains("'" + field + "' is " + kind);
    }

    @Test
    void broken_json_is_told_where_it_breaks() {
        var problem = Answers.problem(scene.call("POST", "/api/v1/flows/menu/rollback", "{\n \"version\": }"), 400);

        assertThat(problem.path("detail").asText()).contains("line 2, column 13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "multipart/form-data", "application/x-www-form-urlencoded", ";"})
    void a_type_that_says_nothing_of_the_body_is_refused(String type) {
        var answer = scene.send(
                scene.request("POST", "/api/v1/flows/menu/rollback", "{}", type).build());

        Answers.problem(answer, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void a_method_that_no_interface_knows_is_refused_with_those_that_are_known(String method) {
        var answer = RawHttp.send(
                scene.url(),
                (method + " /api/v1/flows HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-api-key\r\n"
                                + "Connection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsKey("allow");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:qliento:problem:method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%", "/api/v1/flows/%00", "/api/v1/flows/..%2f..", "/api/v1/flows/a;b=c", "/error", "/nowhere"})
    void what_no_interface_takes_tells_nothing_of_the_inside(String path) throws Exception {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-api-key\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 2");
        Answers.tellsNothingOfTheInside(answer);
    }

    private String raw(String request) throws Exception {
        var address = URI.create(scene.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
