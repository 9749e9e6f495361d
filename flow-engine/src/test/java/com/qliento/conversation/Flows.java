package com.qliento.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Flows that tests publish. */
final class Flows {

    private Flows() {}

    static String resource(String path) throws IOException {
        try (var file = Objects.requireNonNull(Flows.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
