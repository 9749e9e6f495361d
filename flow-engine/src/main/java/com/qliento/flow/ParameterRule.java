package com.qliento.flow;

import com.qliento.block.Block;
import com.qliento.block.Names;
import com.qliento.block.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of each block: there when needed, and of their kind. Lengths are the message rule's. */
final class ParameterRule implements FlowRule {

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
        String label = block.block().label(parameter, Locale.ENGLISH);
        if (value.isBlank()) {
            if (parameter.required()) {
                findings.error(
                        node,
                        "missing-setting",
                        Sentences.step(node) + " needs '" + label + "'. "
                                + block.block().help(parameter, Locale.ENGLISH));
            }
            return;
        }
        wrong(parameter, value)
                .ifPresent(message -> findings.error(
                        node,
                        "bad-setting",
                        Sentences.step(node) + ": '" + label + "' is '" + Sentences.quote(value) + "'. " + message));
        switch (parameter.kind()) {
            case DURATION -> {
                EventRule.duration(node, value).ifPresent(message -> findings.error(node, "bad-duration", message));
                twice(node, parameter, value, findings);
            }
            case FLOW -> twice(node, parameter, value, findings);
            default -> {}
        }
    }

    private static Optional<String> wrong(Parameter parameter, String value) {
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

    private static String expected(Parameter parameter) {
        return switch (parameter.kind()) {
            case CHOICE -> "Choose one of: " + String.join(", ", parameter.choices()) + ".";
            case NUMBER -> "Write a whole number from " + parameter.min() + " to " + parameter.max() + ".";
            case BOOLEAN -> "Write true or false.";
            default ->
                "Use letters, digits and _, beginning with a letter, and no word the platform or FEEL uses itself"
                        + " (such as answer, contact, if).";
        };
    }

    /** The setting wins over the place BPMN has for it; two that differ would surprise everyone. */
    private static void twice(Xml node, Parameter parameter, String value, Findings findings) {
        String plain = NodeReader.plainBpmn(parameter, node);
        if (!plain.isBlank() && !plain.strip().equals(value)) {
            findings.error(
                    node,
                    "two-values",
                    Sentences.step(node) + " says '" + Sentences.quote(value) + "' in its settings and '"
                            + Sentences.quote(plain) + "' in the BPMN element itself. Make them the same.");
        }
    }

    private static void unknown(Xml node, Block block, Findings findings) {
        for (Map.Entry<String, String> written : NodeReader.written(node).entrySet()) {
            if (block.parameter(written.getKey()).isEmpty()) {
                findings.warning(
                        node,
                        "unknown-setting",
                        Sentences.step(node) + " has a setting '" + Sentences.quote(written.getKey())
                                + "', which this block has not; it is ignored. Remove it or correct its name.");
            }
        }
    }
}
