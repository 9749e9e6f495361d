package com.qliento.chat;

import com.qliento.block.DecisionInputs;
import com.qliento.block.Names;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.decision.DecisionModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions a flow is to decide by: published, and each of their inputs given, of a kind that fits. */
final class DecisionCheck {

    private static final Set<String> FITS_TEXT = Set.of("string", "Any");

    private DecisionCheck() {}

    static void check(BlockCheck at) {
        String key = at.block().value("decision");
        DecisionModel model = Names.flowKey(key)
                ? at.environment().decision(key, version(at.block())).orElse(null)
                : null;
        if (model != null) {
            inputs(at, model, answers(at.flow()));
        } else if (!key.isEmpty()) {
            boolean exact = Names.flowKey(key) && version(at.block()) != null;
            at.error(
                    exact ? "unknown-decision.version" : "unknown-decision",
                    Sentences.quote(key),
                    at.block().value("version"));
        }
    }

    /** Names of answers, and whether they are text: what customers write is, whatever they were asked for. */
    private static Map<String, Boolean> answers(FlowModel flow) {
        var answers = new HashMap<String, Boolean>();
        flow.blocks().values().forEach(node -> node.answers()
                .forEach(answer ->
                        answers.merge(answer.name(), node.keepsText(answer.name()), (one, other) -> one && other)));
        return answers;
    }

    private static @Nullable Integer version(BlockNode block) {
        return block.value("version").matches("\\d{1,6}") ? Integer.valueOf(block.value("version")) : null;
    }

    private static void inputs(BlockCheck at, DecisionModel model, Map<String, Boolean> answers) {
        String written = at.block().value("inputs");
        Map<String, String> mapped = DecisionInputs.parse(written);
        DecisionInputs.unreadable(written).ifPresent(line -> at.error("decision-inputs", Sentences.quote(line)));
        List<DecisionInput> needed = model.inputs();
        for (DecisionInput input : needed) {
            if (!mapped.containsKey(input.name())) {
                byName(at, input, answers.get(input.name()));
            }
        }
        Set<String> known = needed.stream().map(DecisionInput::name).collect(Collectors.toSet());
        mapped.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> at.error(
                        "decision-no-input", Sentences.quote(name), Sentences.quote(String.join(", ", known))));
        mapped.forEach((input, feel) -> at.expression(feel, input));
    }

    /** @param text whether an answer of this name is text; null when there is none */
    private static void byName(BlockCheck at, DecisionInput input, @Nullable Boolean text) {
        if (text == null && !Names.BUILT_IN.contains(input.name())) {
            at.error("decision-input-missing", Sentences.quote(input.name()));
        } else if (Boolean.TRUE.equals(text) && !FITS_TEXT.contains(input.type())) {
            at.error(at.said("decision-input-type", Sentences.quote(input.name()), input.type())
                    .mendedBy(converted(at.block(), input)));
        }
    }

    /** A number written by a customer is made one; other kinds only a person can know. */
    private static @Nullable Repair converted(BlockNode block, DecisionInput input) {
        String before = block.value("inputs").isBlank() ? "" : block.value("inputs") + "\n";
        return input.type().equals("number")
                ? Repair.set(block.elementId(), "inputs", before + input.name() + " = number(" + input.name() + ")")
                : null;
    }
}
