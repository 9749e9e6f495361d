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
import com.qliento.secret.SecretText;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Secrets are named where a block calls another system, by names that the organisation has; no expression knows them, and
 * no text that people read has one.
 */
@Component
@Order(185)
final class SecretRule implements FlowRule {

    private final FlowLanguage language;

    SecretRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> setting(node, block, parameter, environment, findings));
            }
        }
        for (Xml arrow : flow.source().arrows()) {
            arrow.first("conditionExpression")
                    .map(Xml::text)
                    .filter(feel -> !feel.isEmpty() && !FlowCompiler.isJuel(feel))
                    .ifPresent(feel -> expression(arrow, Said.of("what.condition"), language.names(feel), findings));
        }
    }

    private void setting(
            Xml node, BlockNode block, Parameter parameter, FlowEnvironment environment, Findings findings) {
        String value = block.value(parameter.name());
        if (value.isBlank()) {
            return;
        }
        Phrase label = Sentences.label(block.block(), parameter);
        if (parameter.kind() == ParameterKind.SECRET) {
            known(node, value, parameter, environment, findings);
        } else if (parameter.kind() == ParameterKind.FEEL) {
            expression(node, label, language.names(value), findings);
        } else if (parameter.kind().template()) {
            text(node, block, parameter, environment, findings);
        }
    }

    private void text(Xml node, BlockNode block, Parameter parameter, FlowEnvironment environment, Findings findings) {
        String value = block.value(parameter.name());
        Phrase label = Sentences.label(block.block(), parameter);
        Set<String> named = SecretText.of(value).names();
        if (parameter.secrets()) {
            named.forEach(name -> known(node, name, null, environment, findings));
        } else if (!named.isEmpty()) {
            findings.error(node, Said.of("secret-in-text", Sentences.step(node), label));
        }
        language.text(value, Set.of()).inserts().forEach(insert -> expression(node, label, insert.names(), findings));
    }

    private static void known(
            Xml node, String name, @Nullable Parameter chosen, FlowEnvironment environment, Findings findings) {
        Set<String> all = environment.secrets();
        if (!all.contains(name)) {
            Repair repair = chosen == null
                    ? null
                    : Spelling.near(name, all)
                            .map(meant -> Repair.set(node.id(), chosen.name(), meant))
                            .orElse(null);
            findings.error(
                    node,
                    Said.of("unknown-secret", Sentences.step(node), Sentences.quote(name))
                            .mendedBy(repair));
        }
    }

    private static void expression(Xml at, Phrase what, Set<String> names, Findings findings) {
        if (names.contains(Names.SECRET)) {
            findings.error(at, Said.of("secret-in-expression", Sentences.step(at), what));
        }
    }
}
