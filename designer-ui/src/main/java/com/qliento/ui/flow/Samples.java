package com.qliento.ui.flow;

import com.qliento.tryout.CaseStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The flows that everybody can begin with. */
@Component
class Samples {

    /** One of them: its title and first sentence as its page tells them, its file, and what a customer does in it. */
    record Sample(String key, String title, String sentence, byte[] bpmn, List<CaseStep> chat) {

        /** What the customer does in the chat. */
        List<CaseStep> script() {
            return chat.stream()
                    .filter(step -> step.kind() != CaseStep.Kind.REPLY)
                    .toList();
        }

        @Override
        public String toString() {
            return "Sample[" + key + "]";
        }
    }

    private final List<Sample> samples = new ArrayList<>();
    private final byte[] blank;

    Samples() {
        var resources = new PathMatchingResourcePatternResolver();
        try {
            blank = resources.getResource("classpath:ui/blank.bpmn").getContentAsByteArray();
            for (var page : resources.getResources("classpath*:samples/*/README.md")) {
                var flow = page.createRelative("flow.bpmn");
                if (flow.exists()) {
                    var path = page.getURL().getPath().split("/", -1);
                    samples.add(sample(
                            path[path.length - 2],
                            page.getContentAsString(StandardCharsets.UTF_8),
                            flow.getContentAsByteArray(),
                            script(page.createRelative("script.yaml"))));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        samples.sort(Comparator.comparing(Sample::title));
    }

    private static List<CaseStep> script(Resource file) throws IOException {
        return file.exists() ? SampleScript.read(file.getContentAsString(StandardCharsets.UTF_8)) : List.of();
    }

    private static Sample sample(String key, String page, byte[] bpmn, List<CaseStep> chat) {
        var lines = page.lines().toList();
        var title = lines.get(0).replaceFirst("^#\\s*", "");
        var words = String.join(" ", lines.subList(1, lines.size())).strip().replaceAll("[`*_]", "");
        int end = words.indexOf(". ");
        return new Sample(key, title, end < 0 ? words : words.substring(0, end + 1), bpmn, chat);
    }

    /** A start, a text, an end. */
    byte[] blank() {
        return blank.clone();
    }

    /** The sample that this file is. */
    Optional<Sample> of(byte[] bpmn) {
        return samples.stream()
                .filter(sample -> Arrays.equals(sample.bpmn(), bpmn))
                .findFirst();
    }

    /** All of them, by title. */
    List<Sample> all() {
        return List.copyOf(samples);
    }
}
