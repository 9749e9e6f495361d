package com.qliento.flow;

import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FEEL in settings, conditions and texts: sound, and of names that something gives. */
final class ExpressionRule implements FlowRule {

    private final FlowLanguage language;

    ExpressionRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Set<String> names = new HashSet<>(Names.BUILT_IN);
        flow.answers().forEach(answer -> names.add(answer.name()));
        Set<String> texts = NeverTrueWords.texts(flow);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> {
                    setting(node, block, parameter, names, findings);
                    if (parameter.kind() == ParameterKind.FEEL) {
                        NeverTrueWords.report(
                                node,
                                Sentences.label(block.block(), parameter),
                                language.neverTrue(block.value(parameter.name()), texts),
                                false,
                                findings);
                    }
                });
            }
        }
        for (Xml arrow : flow.source().arrows()) {
            arrow.first("conditionExpression")
                    .map(Xml::text)
                    .filter(feel -> !feel.isEmpty() && !JuelRule.juel(feel))
                    .ifPresent(feel -> {
                        report(arrow, Said.of("what.condition"), language.expression(feel, names), names, findings);
                        NeverTrueWords.report(
                                arrow, Said.of("what.condition"), language.neverTrue(feel, texts), true, findings);
                    });
        }
    }

    private void setting(Xml node, BlockNode block, Parameter parameter, Set<String> names, Findings findings) {
        String value = block.value(parameter.name());
        Phrase label = Sentences.label(block.block(), parameter);
        if (!value.isBlank() && parameter.kind() == ParameterKind.FEEL) {
            report(node, label, language.expression(value, names), names, findings);
        } else if (parameter.kind().template()) {
            report(node, label, language.text(value, names).findings(), names, findings);
        }
    }

    private static void report(
            Xml at, Phrase what, List<FlowLanguage.Finding> found, Set<String> names, Findings findings) {
        for (FlowLanguage.Finding finding : found) {
            if (finding.error()) {
                findings.error(at, Said.of("bad-feel", Sentences.step(at), what, finding.message()));
            } else {
                findings.warning(
                        at,
                        Said.of("unknown-name", Sentences.step(at), what, finding.message())
                                .mendedBy(spelt(at, finding.unknown(), names)));
            }
        }
    }

    private static @Nullable Repair spelt(Xml at, String unknown, Set<String> names) {
        return Spelling.near(unknown, names)
                .map(name -> new Repair("rename", at.id(), Map.of("from", unknown, "to", name)))
                .orElse(null);
    }
}
