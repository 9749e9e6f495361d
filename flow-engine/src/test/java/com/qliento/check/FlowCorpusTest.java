package com.qliento.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.qliento.block.Names;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.UnreadableFlow;
import com.qliento.chat.ChatSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files of many other tools; read where they are, never part of the repository. */
class FlowCorpusTest {

    @Test
    void models_of_other_tools_give_a_list_of_problems_and_never_an_exception() throws IOException {
        List<Path> files = files();

        for (Path file : files) {
            List<FlowProblem> problems =
                    ChatSet.check().check(Files.readAllBytes(file), com.qliento.check.Bpmn.environment());

            assertThat(problems).as(file.getFileName().toString()).anyMatch(FlowProblem::error);
            assertThat(problems).as(file.getFileName().toString()).allSatisfy(problem -> {
                assertThat(problem.message()).isNotBlank().hasSizeLessThan(400);
                assertThat(problem.code()).matches("[a-z-]+");
            });
        }
    }

    @Test
    void whatever_the_model_what_is_compiled_from_it_is_valid_bpmn_without_code() throws IOException {
        for (Path file : files()) {
            FlowModel flow;
            try {
                flow = ChatSet.read(Files.readAllBytes(file));
            } catch (UnreadableFlow e) {
                continue;
            }
            if (!flow.calledFlows().stream().allMatch(Names::flowKey)) {
                continue;
            }
            byte[] compiled = FlowCompiler.compile(flow, "this");

            assertThat(new String(compiled, StandardCharsets.UTF_8))
                    .as(file.getFileName().toString())
                    .doesNotContain("${", "#{", "executionListener", "taskListener");
            assertThat(Bpmn.readModelFromStream(new ByteArrayInputStream(compiled)))
                    .isNotNull();
        }
    }

    private static List<Path> files() throws IOException {
        Optional<Path> corpora = corpora();
        assumeTrue(corpora.isPresent(), "no corpora beside the repository");
        try (Stream<Path> tree = Files.walk(corpora.orElseThrow().resolve("bpmn"))) {
            return tree.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> corpora() {
        @Nullable String given = System.getProperty("qliento.corpora");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path beside = at.resolveSibling("shared").resolve("corpora");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
