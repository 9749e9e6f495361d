package com.qliento.check;

import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.TextTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** FEEL in settings, conditions and texts: sound, and of names that something gives. */
@Component
@Order(190)
final class ExpressionRule implements FlowRule {

    private final FlowLanguage language;

    ExpressionRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var names = new HashSet<String>(Names.BUILT_IN);
        names.add(Names.SECRET); // what is wrong with it, another rule says
        flow.answers().forEach(answer -> names.add(answer.name()));
        names.addAll(flow.given());
        Set<String> texts = NeverTrueWords.texts(flow);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> {
                    setting(node, block, parameter, names, findings);
                    neverTrue(node, block, parameter, texts, findings);
                });
            }
        }
        for (Xml arrow : flow.source().arrows()) {
            arrow.first("conditionExpression")
                    .map(Xml::text)
                    .filter(feel -> !feel.isEmpty() && !FlowCompiler.isJuel(feel))
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

    private void neverTrue(Xml node, BlockNode block, Parameter parameter, Set<String> texts, Findings findings) {
        String value = block.value(parameter.name());
        List<String> expressions = List.of();
        if (parameter.kind() == ParameterKind.FEEL) {
            expressions = List.of(value);
        } else if (parameter.kind().template()) {
            expressions = language.text(value, Set.of()).inserts().stream()
                    .map(TextTemplate.Insert::feel)
                    .distinct()
                    .toList();
        }
        Phrase label = Sentences.label(block.block(), parameter);
        expressions.forEach(
                feel -> NeverTrueWords.report(node, label, language.neverTrue(feel, texts), false, findings));
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
