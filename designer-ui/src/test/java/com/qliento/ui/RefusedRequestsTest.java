package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sign-in's filters and the web server refuse of programs, before any interface sees it. */
class RefusedRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/flows/a;b=c",
                "GET /api/v1/flows/..%2f..",
                "GET /api//v1/flows",
                "GET /api/v1/flows/%00",
                "GET /api/v1/flows/%zz",
                "GET /api/v1/flows?q={1}",
                "TRACE /api/v1/flows",
                "CONNECT /api/v1/flows",
                "FOO /api/v1/flows"
            })
    void programs_are_answered_with_a_problem(String line) throws IOException {
        var address = URI.create(Application.address());

        String answer;
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-api-key\r\n"
                    + "Accept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"urn:qliento:problem:", "\"detail\":");
    }
}
