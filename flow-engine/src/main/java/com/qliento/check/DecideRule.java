package com.qliento.check;

import com.qliento.block.DecisionInputs;
import com.qliento.block.Names;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.decision.DecisionModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions a flow is to decide by: published, and each of their inputs given, of a kind that fits. */
final class DecideRule implements FlowRule {

    /** What customers write is text, whatever they were asked for. */
    private static final Set<String> ASKS = Set.of("ask-text", "ask-choice");

    private static final Set<String> FITS_TEXT = Set.of("string", "Any");

    private final FlowLanguage language;

    DecideRule(FlowLanguage language) {
        this.language = language;
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        Map<String, Boolean> answers = answers(flow);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null && block.block().key().equals("decide") && Names.flowKey(block.value("decision"))) {
                decision(node, block, environment)
                        .ifPresentOrElse(
                                model -> inputs(node, block, model, answers, findings),
                                () -> findings.error(
                                        node,
                                        Said.of(
                                                version(block) == null
                                                        ? "unknown-decision"
                                                        : "unknown-decision.version",
                                                Sentences.step(node),
                                                Sentences.quote(block.value("decision")),
                                                block.value("version"))));
            } else if (block != null
                    && block.block().key().equals("decide")
                    && !block.value("decision").isEmpty()) {
                findings.error(
                        node,
                        Said.of(
                                "unknown-decision",
                                Sentences.step(node),
                                Sentences.quote(block.value("decision")),
                                ""));
            }
        }
    }

    /** Names of answers, and whether they are text. */
    private static Map<String, Boolean> answers(FlowModel flow) {
        Map<String, Boolean> answers = new HashMap<>();
        flow.blocks().values().stream()
                .filter(node -> !node.parameters().getOrDefault("name", "").isEmpty())
                .forEach(node -> answers.merge(
                        node.value("name"), ASKS.contains(node.block().key()), (one, other) -> one && other));
        return answers;
    }

    private static Optional<DecisionModel> decision(Xml node, BlockNode block, FlowEnvironment environment) {
        return environment.decision(block.value("decision"), version(block));
    }

    private static @Nullable Integer version(BlockNode block) {
        return block.value("version").matches("\\d{1,6}") ? Integer.valueOf(block.value("version")) : null;
    }

    private void inputs(
            Xml node, BlockNode block, DecisionModel model, Map<String, Boolean> answers, Findings findings) {
        Map<String, String> mapped = DecisionInputs.parse(block.value("inputs"));
        DecisionInputs.unreadable(block.value("inputs"))
                .ifPresent(line ->
                        findings.error(node, Said.of("decision-inputs", Sentences.step(node), Sentences.quote(line))));
        List<DecisionInput> needed = model.inputs();
        for (DecisionInput input : needed) {
            if (!mapped.containsKey(input.name())) {
                byName(node, block, input, answers, findings);
            }
        }
        Set<String> known = needed.stream().map(DecisionInput::name).collect(Collectors.toSet());
        mapped.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.error(
                        node,
                        Said.of(
                                "decision-no-input",
                                Sentences.step(node),
                                Sentences.quote(name),
                                Sentences.quote(String.join(", ", known)))));
        expressions(node, mapped, answers, findings);
    }

    private static void byName(
            Xml node, BlockNode block, DecisionInput input, Map<String, Boolean> answers, Findings findings) {
        Boolean text = answers.get(input.name());
        if (text == null && !Names.BUILT_IN.contains(input.name())) {
            findings.error(
                    node, Said.of("decision-input-missing", Sentences.step(node), Sentences.quote(input.name())));
        } else if (Boolean.TRUE.equals(text) && !FITS_TEXT.contains(input.type())) {
            findings.error(
                    node,
                    Said.of("decision-input-type", Sentences.step(node), Sentences.quote(input.name()), input.type())
                            .mendedBy(converted(node, block, input)));
        }
    }

    /** A number written by a customer is made one; other kinds only a person can know. */
    private static @Nullable Repair converted(Xml node, BlockNode block, DecisionInput input) {
        String before = block.value("inputs").isBlank() ? "" : block.value("inputs") + "\n";
        return input.type().equals("number")
                ? Repair.set(node.id(), "inputs", before + input.name() + " = number(" + input.name() + ")")
                : null;
    }

    private void expressions(Xml node, Map<String, String> mapped, Map<String, Boolean> answers, Findings findings) {
        Set<String> names = new HashSet<>(Names.BUILT_IN);
        names.addAll(answers.keySet());
        mapped.forEach((input, feel) -> language.expression(feel, names)
                .forEach(finding -> findings.error(
                        node, Said.of("bad-feel", Sentences.step(node), Sentences.quote(input), finding.message()))));
    }
}
