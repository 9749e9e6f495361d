package com.qliento.flow;

import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.block.BpmnElement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every step is a block, or it is refused: what is not known can't be safe. */
final class VocabularyRule implements FlowRule {

    private static final String GATEWAY =
            "is a gateway that splits or joins parallel ways. A chat has one way at a time;" + " use a condition.";
    private static final String INSIDE = "is a process inside the flow. Draw its steps in the flow itself, or as a flow"
            + " of its own with a start-flow block.";
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("scriptTask", "is a script task. A flow is data, never code; use a set-value block."),
            Map.entry("userTask", "is a user task. Handing over to a person is not offered yet."),
            Map.entry("manualTask", "is a manual task, which nobody here would do. Choose a block."),
            Map.entry(
                    "businessRuleTask",
                    "is a business rule task. Decision tables are not offered yet; use a condition."),
            Map.entry("task", "is a task of no kind and would do nothing. Choose a block for it."),
            Map.entry("parallelGateway", GATEWAY),
            Map.entry("inclusiveGateway", GATEWAY),
            Map.entry("complexGateway", GATEWAY),
            Map.entry(
                    "eventBasedGateway", "waits for one of several events. Use an ask block with a timer on its edge."),
            Map.entry("subProcess", INSIDE),
            Map.entry("transaction", INSIDE),
            Map.entry("adHocSubProcess", INSIDE),
            Map.entry(
                    "intermediateThrowEvent",
                    "throws an event, which nothing here would catch. Choose a block for it."));

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            if (node.is("boundaryEvent")) {
                continue;
            }
            Optional<BpmnElement> kind = BpmnElement.ofTag(node.tag());
            if (kind.isEmpty()) {
                String advice =
                        ADVICE.getOrDefault(node.tag(), "is nothing a chat flow has. Remove it or choose a block.");
                String code = node.is("scriptTask") ? "script" : "not-a-block";
                findings.error(node, code, Sentences.step(node) + " " + advice);
            } else {
                block(node, findings);
            }
            loops(node, findings);
        }
    }

    private static void block(Xml node, Findings findings) {
        String template = node.camundaAttribute("modelerTemplate");
        if (template.isEmpty() && NodeReader.blockOf(node).isEmpty()) {
            findings.error(node, "no-block", Sentences.step(node) + " does not say which block it is. Choose a block.");
        } else if (!template.isEmpty()) {
            Optional<Block> named = Blocks.ofTemplate(template);
            if (named.isEmpty()) {
                findings.error(
                        node,
                        "unknown-block",
                        Sentences.step(node) + " uses the template '" + Sentences.quote(template)
                                + "', which is no block of Qliento. Choose a block.");
            } else if (!named.get().element().tag().equals(node.tag())) {
                findings.error(
                        node,
                        "wrong-element",
                        Sentences.step(node) + " says it is the block '"
                                + named.get().label(Locale.ENGLISH) + "', but that is a "
                                + named.get().element().tag() + ", not a " + node.tag() + ". Choose the block again.");
            }
        }
    }

    private static void loops(Xml node, Findings findings) {
        if (node.first("multiInstanceLoopCharacteristics").isPresent()
                || node.first("standardLoopCharacteristics").isPresent()) {
            findings.error(
                    node,
                    "multi-instance",
                    Sentences.step(node) + " repeats itself (a loop or multi-instance marker). Remove the marker;"
                            + " draw an arrow back instead.");
        }
        if (node.attribute("isForCompensation").equals("true")) {
            findings.error(
                    node,
                    "compensation",
                    Sentences.step(node) + " is for compensation, which a chat flow has not. Remove the marker.");
        }
    }
}
