package com.qliento.check;

import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A condition block: FEEL on each way out, one default way. */
@Component
@Order(100)
final class GatewayRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            if (node.is("exclusiveGateway")) {
                List<Xml> ways = flow.source().arrows().stream()
                        .filter(arrow -> arrow.attribute("sourceRef").equals(node.id()))
                        .toList();
                ways(node, ways, findings);
                ways.forEach(way -> language(way, findings));
            }
        }
    }

    private static void ways(Xml node, List<Xml> ways, Findings findings) {
        String byDefault = node.attribute("default");
        boolean hasDefault = ways.stream().anyMatch(way -> way.id().equals(byDefault));
        if (ways.isEmpty()) {
            findings.error(node, Said.of("no-way-out", Sentences.step(node)).mendedBy(Repair.of("add-end", node)));
        }
        if (!byDefault.isEmpty() && !hasDefault) {
            findings.error(node, Said.of("bad-default", Sentences.step(node)).mendedBy(lastAsDefault(node, ways)));
        }
        if (ways.size() > 1 && byDefault.isEmpty()) {
            findings.warning(node, Said.of("no-default", Sentences.step(node)).mendedBy(lastAsDefault(node, ways)));
        }
        for (Xml way : ways) {
            way(node, way, ways.size(), findings);
        }
    }

    private static @Nullable Repair lastAsDefault(Xml node, List<Xml> ways) {
        return ways.isEmpty()
                ? null
                : Repair.of(
                        "set-default", node, "arrow", ways.get(ways.size() - 1).id());
    }

    private static boolean defaultless(Xml node) {
        return node.attribute("default").isEmpty();
    }

    private static void way(Xml node, Xml way, int ways, Findings findings) {
        boolean conditional = way.first("conditionExpression")
                .filter(c -> !c.text().isEmpty())
                .isPresent();
        boolean isDefault = way.id().equals(node.attribute("default"));
        Phrase arrow = way.name().isEmpty() ? Said.of("an-arrow") : Said.of("the-arrow", Sentences.quote(way.name()));
        if (conditional && isDefault) {
            findings.error(
                    way,
                    Said.of("default-with-condition", arrow, Sentences.step(node))
                            .mendedBy(Repair.of("remove-condition", way)));
        } else if (conditional && ways == 1) {
            findings.error(
                    way,
                    Said.of("single-way-with-condition", arrow, Sentences.step(node))
                            .mendedBy(Repair.of("remove-condition", way)));
        } else if (!conditional && !isDefault && ways > 1) {
            findings.error(
                    way,
                    Said.of("no-condition", arrow, Sentences.step(node))
                            .mendedBy(defaultless(node) ? Repair.of("set-default", node, "arrow", way.id()) : null));
        }
    }

    private static void language(Xml way, Findings findings) {
        way.first("conditionExpression")
                .filter(condition -> !condition.text().isEmpty() && !FlowCompiler.isJuel(condition.text()))
                .filter(condition -> !condition.attribute("language").strip().equalsIgnoreCase("feel"))
                .ifPresent(condition -> findings.error(
                        way,
                        condition.attribute("language").isBlank()
                                ? Said.of("condition-language.none", Sentences.step(way))
                                : Said.of(
                                        "condition-language",
                                        Sentences.step(way),
                                        Sentences.quote(condition.attribute("language")))));
    }
}
