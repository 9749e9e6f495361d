package com.qliento.check;

import com.qliento.block.Choice;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A condition that tells choices apart has a way for each of them. */
@Component
@Order(140)
final class ChoiceRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var before = new HashMap<String, Set<String>>();
        flow.arrows().values().forEach(arrow -> before.computeIfAbsent(arrow.target(), id -> new HashSet<>())
                .add(arrow.source()));
        for (Xml node : flow.source().nodes()) {
            if (node.is("exclusiveGateway") && node.attribute("default").isEmpty()) {
                BlockNode asked = asked(node.id(), before, flow);
                if (asked != null) {
                    ways(node, asked, flow, findings);
                }
            }
        }
    }

    private static void ways(Xml node, BlockNode asked, FlowModel flow, Findings findings) {
        List<String> conditions = flow.arrows().values().stream()
                .filter(arrow -> arrow.source().equals(node.id()) && arrow.condition() != null)
                .map(arrow -> arrow.condition().toLowerCase(Locale.ROOT))
                .toList();
        List<Choice> choices = asked.choices();
        if (choices.stream().noneMatch(choice -> leads(conditions, choice))) {
            return; // it decides something else
        }
        String name = asked.keeps();
        choices.stream()
                .filter(choice -> !choice.title().contains("{{") && !leads(conditions, choice))
                .forEach(choice -> findings.warning(
                        node,
                        Said.of("choice-without-way", Sentences.step(node), Sentences.quote(choice.title()))
                                .mendedBy(way(node, choice, name))));
    }

    private static boolean leads(List<String> conditions, Choice choice) {
        String title = "\"" + choice.title().toLowerCase(Locale.ROOT) + "\"";
        return conditions.stream().anyMatch(condition -> condition.contains(title));
    }

    private static Repair way(Xml node, Choice choice, String name) {
        return new Repair(
                "add-way",
                node.id(),
                Map.of(
                        "field", name.isEmpty() ? "answer" : name,
                        "value", choice.title(),
                        "loose", Boolean.toString(name.isEmpty())));
    }

    /** The nearest block before it that offers choices. */
    private static @Nullable BlockNode asked(String gateway, Map<String, Set<String>> before, FlowModel flow) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>(before.getOrDefault(gateway, Set.of()));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (seen.add(id)) {
                BlockNode block = flow.blocks().get(id);
                if (block != null && !block.choices().isEmpty()) {
                    return block;
                }
                open.addAll(before.getOrDefault(id, Set.of()));
            }
        }
        return null;
    }
}
