package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What tests look at in answers. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    /** Sees that the answer is a problem as RFC 9457 has it, and that it tells nothing of the inside. */
    static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("type").asText("about:blank")).matches("about:blank|urn:qliento:problem:[a-z-]+");
        tellsNothingOfTheInside(answer.body());
        return problem;
    }

    static void tellsNothingOfTheInside(String body) {
        assertThat(body)
                .doesNotContainPattern("\\bat [a-z]+(\\.\\w+)+\\(")
                .doesNotContainPattern("\\b(java|javax|jakarta|com|org|io)\\.[a-z]+\\.")
                .doesNotContainPattern("[A-Z]\\w+Exception")
                .doesNotContain("SELECT ", "INSERT ", "PSQL", "Tomcat", "\"trace\"");
    }
}
