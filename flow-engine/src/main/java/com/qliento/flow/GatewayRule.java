package com.qliento.flow;

import java.util.List;

/** A condition block: FEEL on each way out, one default way. */
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
            findings.error(
                    node,
                    "no-way-out",
                    Sentences.step(node) + " has no arrow out of it. Add one, or end the flow before it.");
        }
        if (!byDefault.isEmpty() && !hasDefault) {
            findings.error(
                    node,
                    "bad-default",
                    Sentences.step(node)
                            + " has a default way that is not one of its arrows. Choose the default again.");
        }
        if (ways.size() > 1 && byDefault.isEmpty()) {
            findings.warning(
                    node,
                    "no-default",
                    Sentences.step(node) + " has no default way: when no condition is true the conversation stops with"
                            + " an error. Mark one arrow as default.");
        }
        for (Xml way : ways) {
            way(node, way, ways.size(), findings);
        }
    }

    private static void way(Xml node, Xml way, int ways, Findings findings) {
        boolean conditional = way.first("conditionExpression")
                .filter(c -> !c.text().isEmpty())
                .isPresent();
        boolean isDefault = way.id().equals(node.attribute("default"));
        String arrow = way.name().isEmpty() ? "An arrow" : "The arrow '" + Sentences.quote(way.name()) + "'";
        if (conditional && isDefault) {
            findings.error(
                    way,
                    "default-with-condition",
                    arrow + " out of " + Sentences.step(node)
                            + " is the default and has a condition. Remove one of both.");
        } else if (conditional && ways == 1) {
            findings.error(
                    way,
                    "single-way-with-condition",
                    arrow + " out of " + Sentences.step(node)
                            + " has a condition but is the only way. Remove the condition or add a default way.");
        } else if (!conditional && !isDefault && ways > 1) {
            findings.error(
                    way,
                    "no-condition",
                    arrow + " out of " + Sentences.step(node)
                            + " has no condition. Write one, or make it the default.");
        }
    }

    private static void language(Xml way, Findings findings) {
        way.first("conditionExpression")
                .filter(condition -> !condition.text().isEmpty() && !JuelRule.juel(condition.text()))
                .filter(condition -> !condition.attribute("language").strip().equalsIgnoreCase("feel"))
                .ifPresent(condition -> findings.error(
                        way,
                        "condition-language",
                        Sentences.step(way) + " has a condition "
                                + (condition.attribute("language").isBlank()
                                        ? "without a language"
                                        : "in '" + Sentences.quote(condition.attribute("language")) + "'")
                                + ". Write it in FEEL and set its language to feel."));
    }
}
