package com.qliento.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that asks for an interface there is none of hears so, and is shown no page. */
class UnknownPathTest {

    @ParameterizedTest
    @CsvSource({"GET,/api", "GET,/api/nothing", "POST,/api/nothing", "PUT,/api/v2/flows", "GET,/api/v1/nothing"})
    void below_api_is_nothing_but_interfaces(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Application.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer demo-api-key")
                .header("Accept", "text/html");

        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
