package com.qliento.connector.whatsapp.webhook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published webhook bodies, which lie beside the repository; tests that need them are skipped where they are not. */
final class WebhookCorpus {
    private WebhookCorpus() {}

    static List<Path> bodies() {
        Path root = webhooks();
        assumeTrue(root != null, "needs the corpora beside the repository, or -Dqliento.corpora");
        return root == null ? List.of() : files(root, ".json");
    }

    /** For property tests, which need something to mutate in any case. */
    static List<byte[]> bodiesOr(String substitute) {
        Path root = webhooks();
        if (root == null) {
            return List.of(WebhookText.bytes(substitute));
        }
        return Stream.concat(files(root, ".json").stream(), files(root, ".txt").stream())
                .map(WebhookCorpus::read)
                .toList();
    }

    static String name(Path body) {
        return body.subpath(body.getNameCount() - 2, body.getNameCount())
                .toString()
                .replace('\\', '/');
    }

    static byte[] read(Path body) {
        try {
            return Files.readAllBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path webhooks() {
        String told = System.getProperty("qliento.corpora");
        if (told != null) {
            return existing(Path.of(told, "whatsapp", "webhooks"));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = existing(at.resolve(Path.of("shared", "corpora", "whatsapp", "webhooks")));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path directory) {
        return Files.isDirectory(directory) ? directory : null;
    }
}
