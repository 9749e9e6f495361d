package com.qliento.check;

import com.qliento.block.Block;
import com.qliento.block.Choices;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.NodeReader;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The settings of each block: there when needed, and of their kind. Lengths are the message rule's. */
@Component
@Order(150)
final class ParameterRule implements FlowRule {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}$");

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null) {
                block.block().parameters().forEach(parameter -> check(node, block, parameter, findings));
                unknown(node, block.block(), findings);
            }
        }
    }

    private static void check(Xml node, BlockNode block, Parameter parameter, Findings findings) {
        String value = block.value(parameter.name());
        Phrase label = Sentences.label(block.block(), parameter);
        if (value.isBlank()) {
            if (parameter.required()) {
                Phrase help = language -> block.block().help(parameter, language);
                findings.error(node, Said.of("missing-setting", Sentences.step(node), label, help));
            }
            return;
        }
        wrong(parameter, value)
                .ifPresent(expected -> findings.error(
                        node,
                        Said.of("bad-setting", Sentences.step(node), label, Sentences.quote(value), expected)
                                .mendedBy(backToDefault(node, parameter))));
        switch (parameter.kind()) {
            case DURATION -> {
                EventRule.duration(node, value).ifPresent(said -> findings.error(node, said));
                twice(node, parameter, value, findings);
            }
            case FLOW -> twice(node, parameter, value, findings);
            default -> {}
        }
    }

    private static Optional<Phrase> wrong(Parameter parameter, String value) {
        boolean fine =
                switch (parameter.kind()) {
                    case CHOICE -> parameter.choices().contains(value);
                    case NUMBER ->
                        value.matches("\\d{1,6}")
                                && Integer.parseInt(value) >= parameter.min()
                                && Integer.parseInt(value) <= parameter.max();
                    case BOOLEAN -> value.matches("true|false");
                    case ANSWER_NAME -> Names.usable(value);
                    default -> true;
                };
        return fine ? Optional.empty() : Optional.of(expected(parameter));
    }

    private static Phrase expected(Parameter parameter) {
        return switch (parameter.kind()) {
            case CHOICE -> Said.of("expected.choice", String.join(", ", parameter.choices()));
            case NUMBER -> Said.of("expected.number", parameter.min(), parameter.max());
            case BOOLEAN -> Said.of("expected.boolean");
            default -> Said.of("expected.name");
        };
    }

    private static @Nullable Repair backToDefault(Xml node, Parameter parameter) {
        return parameter.defaultValue().isEmpty()
                ? null
                : Repair.set(node.id(), parameter.name(), parameter.defaultValue());
    }

    /** The setting wins over the place BPMN has for it; two that differ would surprise everyone. */
    private static void twice(Xml node, Parameter parameter, String value, Findings findings) {
        String plain = NodeReader.plainBpmn(parameter, node);
        if (!plain.isBlank() && !plain.strip().equals(value)) {
            findings.error(
                    node, Said.of("two-values", Sentences.step(node), Sentences.quote(value), Sentences.quote(plain)));
        }
    }

    private static void unknown(Xml node, Block block, Findings findings) {
        for (Map.Entry<String, String> written : NodeReader.written(node).entrySet()) {
            if (block.parameter(written.getKey()).isEmpty()) {
                unknown(node, block, written.getKey(), findings);
            }
        }
    }

    /** Whether it is one of the block's buttons, or would be if there could be more. */
    private static boolean button(Block block, String name) {
        return NUMBER.matcher(name).find()
                && block.parameters(ParameterKind.BUTTON).stream()
                        .anyMatch(button -> stem(button.name()).equals(stem(name)));
    }

    private static String stem(String name) {
        return NUMBER.matcher(name).replaceFirst("");
    }

    private static void unknown(Xml node, Block block, String name, Findings findings) {
        if (button(block, name)) {
            long count = NodeReader.written(node).entrySet().stream()
                    .filter(setting -> button(block, setting.getKey())
                            && !setting.getValue().isBlank())
                    .count();
            findings.error(
                    node,
                    Said.of("too-many-buttons", Sentences.step(node), count, Choices.MOST_BUTTONS)
                            .mendedBy(Repair.of("to-list", node)));
        } else {
            findings.warning(
                    node,
                    Said.of("unknown-setting", Sentences.step(node), Sentences.quote(name))
                            .mendedBy(Repair.set(node.id(), name, "")));
        }
    }
}
