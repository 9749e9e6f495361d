package com.qliento.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.block.Block;
import com.qliento.block.Names;
import com.qliento.bpmn.FlowModel;
import com.qliento.chat.ChatSet;
import com.qliento.check.FlowEnvironment;
import com.qliento.media.MediaFacts;
import com.qliento.media.SampleMedia;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.ruleset.SampleDecisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the samples. That they do what their scripts say is seen when they are played. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_has_a_flow_a_script_and_a_few_lines_about_it(String key) throws IOException {
        assertThat(Names.flowKey(key)).isTrue();
        assertThat(text(key, "README.md")).startsWith("# ");
        assertThat(text(key, "README.md").lines().count()).isLessThan(12);
        assertThat(text(key, "script.yaml")).startsWith("flow: " + key + "\n").contains("steps:\n");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_has_no_problems(String key) throws IOException {
        byte[] flow = Files.readAllBytes(SAMPLES.resolve(key).resolve("flow.bpmn"));

        assertThat(ChatSet.check().check(flow, new Others(key))).isEmpty();
        assertThat(ChatSet.read(flow).name()).isNotBlank();
        assertThat(text(key, "flow.bpmn")).contains("bpmndi:BPMNShape", "process id=\"" + key + "\"");
    }

    @Test
    void every_block_is_in_a_sample() throws IOException {
        Set<String> used = samples()
                .map(key -> SAMPLES.resolve(key).resolve("flow.bpmn"))
                .flatMap(file -> read(file).blocks().values().stream())
                .map(node -> node.block().key())
                .collect(Collectors.toSet());

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        ChatSet.blocks().all().stream().map(Block::key).toList());
    }

    @Test
    void the_files_of_a_sample_are_all_used_by_it() throws IOException {
        for (String key : samples().toList()) {
            Set<String> named = read(SAMPLES.resolve(key).resolve("flow.bpmn")).blocks().values().stream()
                    .flatMap(node -> node.parameters().entrySet().stream())
                    .filter(setting -> setting.getKey().equals("file"))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());

            assertThat(files(key).keySet().stream().map(UUID::toString))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static Map<UUID, MediaFacts> files(String key) {
        return SampleMedia.of(key).stream().collect(Collectors.toMap(MediaFacts::id, Function.identity()));
    }

    static Stream<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList().stream();
        }
    }

    private static String text(String key, String file) throws IOException {
        return Files.readString(SAMPLES.resolve(key).resolve(file));
    }

    private static FlowModel read(Path file) {
        try {
            return ChatSet.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An organisation that has published all samples but this. */
    private record Others(String flowKey) implements FlowEnvironment {
        @Override
        public boolean published(String key) {
            return !key.equals(flowKey) && Files.isDirectory(SAMPLES.resolve(key));
        }

        @Override
        public Optional<MediaFacts> file(UUID id) {
            return Optional.ofNullable(files(flowKey).get(id));
        }

        @Override
        public Optional<DecisionModel> decision(String key, @Nullable Integer version) {
            return SampleDecisions.of(key);
        }

        @Override
        public Set<String> calls(String key) {
            return read(SAMPLES.resolve(key).resolve("flow.bpmn")).calledFlows();
        }
    }
}
