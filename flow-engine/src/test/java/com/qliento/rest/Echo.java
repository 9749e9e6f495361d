package com.qliento.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The flow that says everything again, with another keyword. */
final class Echo {

    private Echo() {}

    static String flow(String keyword) throws IOException {
        try (var file = Objects.requireNonNull(Echo.class.getResourceAsStream("/flows/echo.bpmn"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("name=\"keywords\" value=\"echo\"", "name=\"keywords\" value=\"" + keyword + "\"");
        }
    }
}
