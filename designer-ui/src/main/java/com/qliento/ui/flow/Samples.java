package com.qliento.ui.flow;

import com.qliento.account.Actor;
import com.qliento.media.SampleMedia;
import com.qliento.tryout.CaseStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The flows that everybody can begin with. */
@Component
class Samples {

    /** One of them: its title and first sentence as its page tells them, its file, and what a customer does in it. */
    record Sample(String key, String title, String sentence, byte[] bpmn, List<CaseStep> script) {

        @Override
        public String toString() {
            return "Sample[" + key + "]";
        }
    }

    private final List<Sample> samples = new ArrayList<>();
    private final byte[] blank;
    private final SampleMedia media;

    Samples(SampleMedia media) {
        this.media = media;
        var resources = new PathMatchingResourcePatternResolver();
        try {
            blank = resources.getResource("classpath:ui/blank.bpmn").getContentAsByteArray();
            for (var page : resources.getResources("classpath*:samples/*/README.md")) {
                var flow = page.createRelative("flow.bpmn");
                if (flow.exists()) {
                    var path = page.getURL().getPath().split("/");
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

    private static Sample sample(String key, String page, byte[] bpmn, List<CaseStep> script) {
        var lines = page.lines().toList();
        var title = lines.get(0).replaceFirst("^#\\s*", "");
        var words = String.join(" ", lines.subList(1, lines.size())).strip().replaceAll("[`*_]", "");
        int end = words.indexOf(". ");
        return new Sample(key, title, end < 0 ? words : words.substring(0, end + 1), bpmn, script);
    }

    /** A start, a text, an end. */
    byte[] blank() {
        return blank.clone();
    }

    /** Brings the files of the sample that this flow is, if it is one. */
    void bringFiles(Actor actor, byte[] bpmn) {
        samples.stream()
                .filter(sample -> Arrays.equals(sample.bpmn(), bpmn))
                .findFirst()
                .ifPresent(sample -> media.bring(actor, sample.key()));
    }

    /** All of them, by title. */
    List<Sample> all() {
        return List.copyOf(samples);
    }
}
