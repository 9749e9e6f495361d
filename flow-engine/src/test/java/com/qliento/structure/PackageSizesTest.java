package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageSizesTest {

    static Stream<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders
                    .map(module -> module.resolve(Path.of("src", "main", "java")))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_package_is_too_large_to_be_one_thing(Path sources) throws IOException {
        assertThat(PackageSizes.tooLarge(sources)).isEmpty();
    }

    @Test
    void all_modules_are_looked_at() throws IOException {
        assertThat(modules().map(sources -> sources.getName(1).toString()))
                .contains("rules", "connectors", "flow-engine", "designer-ui");
    }

    @Test
    void a_package_of_one_file_more_is_found_and_the_one_beside_it_is_not(@TempDir Path sources) throws IOException {
        fill(sources.resolve("com/full"), PackageSizes.MOST);
        fill(sources.resolve("com/full/over"), PackageSizes.MOST + 1);

        assertThat(PackageSizes.tooLarge(sources))
                .containsOnlyKeys(Path.of("com", "full", "over").toString());
    }

    private static void fill(Path folder, long files) throws IOException {
        Files.createDirectories(folder);
        for (long n = 0; n < files; n++) {
            Files.createFile(folder.resolve("Type" + n + ".java"));
        }
        Files.createFile(folder.resolve("Words.properties"));
    }
}
