package com.qliento.chat;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.block.Block;
import com.qliento.block.BpmnElement;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.FlowProblem;
import com.qliento.check.Bpmn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A block is shown by settings that a flow could have. */
class SampleSettingsTest {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    /** Only an organisation has them. */
    private static final Set<ParameterKind> CHOSEN =
            Set.of(ParameterKind.FLOW, ParameterKind.DECISION, ParameterKind.MEDIA);

    /** Of a block that asks another system: settings can draw no way out, and allow no host. */
    private static final Set<String> DRAWN_OR_ALLOWED = Set.of("exit-not-drawn", "request-host");

    static Stream<Block> steps() {
        return ChatSet.blocks().all().stream()
                .filter(block -> block.element().activity() || block.element() == BpmnElement.INTERMEDIATE_CATCH_EVENT);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_check_has_nothing_to_say_of_a_blocks_sample_but_what_only_an_organisation_has(Block shown) {
        long open = shown.parameters().stream()
                .filter(parameter -> CHOSEN.contains(parameter.kind()))
                .count();
        for (Locale language : LANGUAGES) {
            List<FlowProblem> problems =
                    ChatSet.check().check(flow(shown, language), Bpmn.environment(), Locale.ENGLISH).stream()
                            .filter(problem -> !shown.calls() || !DRAWN_OR_ALLOWED.contains(problem.code()))
                            .toList();

            assertThat(problems)
                    .as("%s in %s", shown.key(), language)
                    .hasSize((int) open)
                    .allMatch(problem -> problem.code().equals("missing-setting"));
        }
    }

    private static byte[] flow(Block shown, Locale language) {
        var settings = new ArrayList<String>();
        shown.sample(language).forEach((name, value) -> settings.addAll(List.of(name, value)));
        String timer = shown.waits() && !shown.asks() ? Bpmn.timer("PT10M") : "";
        String step = block(shown.element().tag(), "x", shown.key(), settings.toArray(String[]::new));
        return around(step.replace(
                "</bpmn:" + shown.element().tag(),
                timer + "</bpmn:" + shown.element().tag()));
    }
}
