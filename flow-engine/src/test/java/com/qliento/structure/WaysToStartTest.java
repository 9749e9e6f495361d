package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without memory a process ends, however it was started: a thread that died of it would leave the rest going on half. */
class WaysToStartTest {

    private static final Path ROOT = Path.of("..");
    private static final String ENDS = "-XX:+ExitOnOutOfMemoryError";

    /** A command line of java with a jar, or the options that Maven starts the application with. */
    private static final Pattern START =
            Pattern.compile(".*(java[\"', ].*-jar\\b|<jvmArguments>).*", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource({"designer-ui/pom.xml, 2", "README.md, 1", ".docker/Dockerfile, 1", "designer-ui/src/load/stage.sh, 1"})
    void every_way_to_start_it_ends_a_process_without_memory(String file, int ways) throws IOException {
        var starts = starts(file);

        assertThat(starts).hasSize(ways).allMatch(line -> line.contains(ENDS));
    }

    @Test
    void whoever_starts_containers_starts_them_again() throws IOException {
        var compose = Files.readString(ROOT.resolve(".docker/compose.yaml"));

        assertThat(compose).contains("restart: unless-stopped").doesNotContain("entrypoint:", "command:");
    }

    @Test
    void no_other_file_starts_it() throws IOException {
        for (var file :
                List.of("CONTRIBUTING.md", "UPGRADING.md", ".ci/run", ".ci/start-check", ".docker/compose.yaml")) {
            assertThat(starts(file)).as(file).isEmpty();
        }
        try (var scripts = Files.list(ROOT.resolve("designer-ui/src/load"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                if (!script.endsWith("stage.sh")) {
                    assertThat(starts("designer-ui/src/load/" + script.getFileName()))
                            .as(script.toString())
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> starts(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve(file)).stream()
                .filter(line -> START.matcher(line).matches() && !line.contains("jarmode"))
                .toList();
    }
}
