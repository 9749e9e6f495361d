package com.qliento.check;

import com.qliento.block.Parameter;
import com.qliento.block.StartInput;
import com.qliento.bpmn.Answer;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.feel.TextTemplate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A text that puts in plainly what whoever begins the flow may leave out: nothing would stand there, and nobody would know. */
@Component
@Order(195)
final class MissingInputRule implements FlowRule {

    private final FlowLanguage language;

    MissingInputRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Set<String> kept = flow.answers().stream().map(Answer::name).collect(Collectors.toSet());
        Set<String> names = flow.inputs().stream()
                .filter(StartInput::mayBeNothing)
                .map(StartInput::name)
                .filter(name -> !kept.contains(name))
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return;
        }
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().stream()
                        .filter(parameter -> parameter.kind().template())
                        .forEach(parameter -> text(node, block, parameter, names, findings));
            }
        }
    }

    private void text(Xml node, BlockNode block, Parameter parameter, Set<String> names, Findings findings) {
        language.text(block.value(parameter.name()), names).inserts().stream()
                .map(TextTemplate.Insert::feel)
                .map(String::strip)
                .distinct()
                .filter(names::contains)
                .forEach(name -> findings.warning(
                        node,
                        Said.of(
                                "may-be-nothing",
                                Sentences.step(node),
                                Sentences.label(block.block(), parameter),
                                Sentences.quote(name))));
    }
}
