package com.qliento.check;

import com.qliento.block.Block;
import com.qliento.block.BpmnElement;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.HashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Arrows join two steps of the flow, and only a gateway has more than one way out. */
@Component
@Order(90)
final class ArrowRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var nodes = new HashMap<String, Xml>();
        flow.source().nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        var ways = new HashMap<String, Integer>();
        for (Xml arrow : flow.source().arrows()) {
            Xml source = nodes.get(arrow.attribute("sourceRef"));
            Xml target = nodes.get(arrow.attribute("targetRef"));
            if (source == null || target == null) {
                findings.error(
                        arrow, Said.of("loose-arrow", Sentences.step(arrow)).mendedBy(Repair.of("remove", arrow)));
            } else {
                direction(arrow, source, target, findings);
                ways.merge(source.id(), 1, Integer::sum);
                condition(flow, arrow, source, findings);
            }
        }
        nodes.values().stream()
                .filter(node -> ways.getOrDefault(node.id(), 0) > 1 && !gateway(flow, node))
                .forEach(node -> findings.error(
                        node, Said.of("several-ways", Sentences.step(node), ways.getOrDefault(node.id(), 0))));
    }

    private static boolean gateway(FlowModel flow, Xml node) {
        BlockNode block = flow.blocks().get(node.id());
        boolean condition = block != null && gateway(block.block());
        return condition || node.tag().endsWith("Gateway");
    }

    private static boolean gateway(Block block) {
        return block.element() == BpmnElement.EXCLUSIVE_GATEWAY;
    }

    private static void direction(Xml arrow, Xml source, Xml target, Findings findings) {
        if (target.is("startEvent") || target.is("boundaryEvent") || source.is("endEvent")) {
            findings.error(
                    arrow,
                    Said.of("arrow-direction", Sentences.step(source), Sentences.step(target))
                            .mendedBy(Repair.of("remove", arrow)));
        }
    }

    private static void condition(FlowModel flow, Xml arrow, Xml source, Findings findings) {
        if (arrow.first("conditionExpression").isPresent() && !gateway(flow, source)) {
            findings.error(
                    arrow,
                    Said.of("misplaced-condition", Sentences.step(source))
                            .mendedBy(Repair.of("remove-condition", arrow)));
        }
        long conditions = arrow.all("conditionExpression").count();
        if (conditions > 1) {
            findings.error(arrow, Said.of("several-conditions", Sentences.step(source), conditions));
        }
    }
}
