package com.qliento.rest;

import com.qliento.scene.Scene;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Below {@code /api/} is nothing but interfaces: what is none is not found, whoever asks and however. */
class UnknownPathTest {

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @CsvSource({
        "GET,/api",
        "GET,/api/",
        "GET,/api/nothing",
        "POST,/api/nothing",
        "PUT,/api/v2/flows",
        "DELETE,/api/v1nothing/x",
        "GET,/api/openapi.json/deeper"
    })
    void what_is_no_interface_is_not_found_with_a_key_and_without(String method, String path) {
        var stranger = HttpRequest.newBuilder(URI.create(scene.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        Answers.problem(scene.send(stranger), 404);
        Answers.problem(scene.call(method, path, ""), 404);
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/nothing", "PUT,/api/v1/nothing/deeper", "DELETE,/api/v1", "PATCH,/api/v1/"})
    void below_the_interfaces_a_key_is_asked_for_first(String method, String path) {
        var stranger = HttpRequest.newBuilder(URI.create(scene.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        Answers.problem(scene.send(stranger), 401);
        Answers.problem(scene.call(method, path, ""), 404);
    }

    @Test
    void who_takes_no_json_hears_it_all_the_same() {
        var page = scene.request("GET", "/api/nothing", "", "application/json")
                .header("Accept", "text/html")
                .build();

        Answers.problem(scene.send(page), 404);
    }
}
