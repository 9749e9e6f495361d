package com.qliento.connector.whatsapp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Meta's published requests, errors and schemas, where they lie beside the repository. */
final class GraphCorpus {
    static final ObjectMapper JSON = new ObjectMapper();

    private GraphCorpus() {}

    static JsonNode read(String path) throws IOException {
        return JSON.readTree(file(path).toFile());
    }

    static List<Path> filesBelow(String path) throws IOException {
        try (Stream<Path> files = Files.walk(file(path))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static Path file(String path) {
        Path found = corpora().resolve("whatsapp").resolve(path);
        assumeTrue(Files.exists(found), () -> "the WhatsApp corpora are not beside the repository: no " + path);
        return found;
    }

    private static Path corpora() {
        String told = System.getProperty("qliento.corpora");
        if (told != null) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            Path beside = at.resolve("../shared/corpora").normalize();
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return here.resolve("no-corpora");
    }
}
