package com.qliento.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs as earlier tests left them: to unpack them takes a quarter of an application's start. */
final class UnpackedPostgres {

    /** Where zonky unpacks for whoever names no folder, as the tests of flow-engine. */
    private static final Path UNPACKED = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

    private UnpackedPostgres() {}

    /** Puts them where a start on this data directory looks; of what is not there the start unpacks its own. */
    static void into(Path dataDirectory) throws IOException {
        if (Files.notExists(UNPACKED)) {
            return;
        }
        try (var versions = Files.list(UNPACKED)) {
            for (var version : versions.toList()) {
                // What zonky writes when a version is whole.
                if (Files.exists(version.resolve(".exists"))) {
                    var place = dataDirectory.resolve("postgres-binaries").resolve(version.getFileName());
                    FileSystemUtils.copyRecursively(version, place);
                }
            }
        }
    }
}
