package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a client sends, the answer is one it can read: what was asked for, or a problem. */
class MalformedRequestsTest {

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|com|org|io)\\.[a-z]+\\.|[A-Z]\\w+Exception|\\bat [a-z]+(\\.\\w+)+\\(|Tomcat|SELECT ");

    private final Scene scene = Scene.shared();

    @Test
    void every_refusal_is_a_problem_and_never_a_failure_of_ours() {
        var organisation = OtherOrganisation.in(scene);
        var description = Answers.json(scene.call("GET", "/api/openapi.json", ""));
        var requests = new MalformedRequests(description, organisation.key()).all();

        var wrong = new ArrayList<String>();
        for (var request : requests) {
            var answer = RawHttp.send(scene.url(), request.bytes());
            fault(answer).ifPresent(fault -> wrong.add(fault + " <- " + request + " : " + answer.body()));
        }

        assertThat(requests).hasSizeGreaterThan(1000);
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> fault(RawHttp.Answer answer) {
        if (answer.status() == 0 || answer.status() >= 500) {
            return Optional.of(answer.status() + "");
        }
        if (answer.status() < 300) {
            return Optional.empty();
        }
        if (answer.status() < 400 || !answer.type().startsWith("application/problem+json")) {
            return Optional.of(answer.status() + " " + answer.type());
        }
        if (INSIDE.matcher(answer.body()).find()) {
            return Optional.of(answer.status() + " tells of the inside");
        }
        var problem = answer.json();
        boolean whole = problem.path("status").asInt() == answer.status()
                && !problem.path("type").asText().isBlank()
                && !problem.path("title").asText().isBlank()
                && !problem.path("detail").asText().isBlank();
        return whole ? Optional.empty() : Optional.of(answer.status() + " is no whole problem");
    }
}
