package com.qliento.flow;

import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> setting(node, block, parameter, names, findings));
            }
        }
        for (Xml arrow : flow.source().arrows()) {
            arrow.first("conditionExpression")
                    .map(Xml::text)
                    .filter(feel -> !feel.isEmpty() && !JuelRule.juel(feel))
                    .ifPresent(feel -> report(arrow, "the condition", language.expression(feel, names), findings));
        }
    }

    private void setting(Xml node, BlockNode block, Parameter parameter, Set<String> names, Findings findings) {
        String value = block.value(parameter.name());
        String label = "'" + block.block().label(parameter, Locale.ENGLISH) + "'";
        if (!value.isBlank() && parameter.kind() == ParameterKind.FEEL) {
            report(node, label, language.expression(value, names), findings);
        } else if (parameter.kind().template()) {
            report(node, label, language.text(value, names).findings(), findings);
        }
    }

    private static void report(Xml at, String what, List<FlowLanguage.Finding> found, Findings findings) {
        for (FlowLanguage.Finding finding : found) {
            String message = Sentences.step(at) + ", " + what + ": " + finding.message();
            if (finding.error()) {
                findings.error(at, "bad-feel", message);
            } else {
                findings.warning(at, "unknown-name", message);
            }
        }
    }
}
