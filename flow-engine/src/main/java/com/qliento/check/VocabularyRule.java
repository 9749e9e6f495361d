package com.qliento.check;

import com.qliento.block.Block;
import com.qliento.block.BpmnElement;
import com.qliento.bpmn.FindingTexts;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Phrase;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every step is a block, or it is refused: what is not known can't be safe. */
@Component
@Order(50)
final class VocabularyRule implements FlowRule {

    private static final Map<String, String> SAME = Map.of(
            "inclusiveGateway", "parallelGateway",
            "complexGateway", "parallelGateway",
            "transaction", "subProcess",
            "adHocSubProcess", "subProcess",
            "scriptTask", "script");

    private static final List<String> DATA =
            List.of("dataInputAssociation", "dataOutputAssociation", "ioSpecification", "property");

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (Xml node : flow.source().nodes()) {
            if (node.is("boundaryEvent")) {
                continue;
            }
            Optional<BpmnElement> kind = BpmnElement.ofTag(node.tag());
            if (kind.isEmpty()) {
                findings.error(node, Said.of(refusal(node.tag()), Sentences.step(node)));
            } else {
                block(flow, node, findings);
            }
            loops(node, findings);
            data(node, findings);
        }
    }

    /** What BPMN says of data is drawn only: blocks read and keep values by their settings. */
    private static void data(Xml node, Findings findings) {
        if (DATA.stream().anyMatch(part -> node.first(part).isPresent())) {
            findings.warning(node, Said.of("data-link", Sentences.step(node)));
        }
    }

    private static String refusal(String tag) {
        String kind = SAME.getOrDefault(tag, tag);
        String key = kind.equals("script") ? "script.task" : "not-a-block." + kind;
        return FindingTexts.known(key) ? key : "not-a-block";
    }

    private static void block(FlowModel flow, Xml node, Findings findings) {
        String template = node.camundaAttribute("modelerTemplate");
        if (template.isEmpty() && flow.blockOf(node).isEmpty()) {
            findings.error(node, Said.of("no-block", Sentences.step(node)));
        } else if (!template.isEmpty()) {
            Optional<Block> named = flow.vocabulary().ofTemplate(template);
            if (named.isEmpty()) {
                findings.error(node, Said.of("unknown-block", Sentences.step(node), Sentences.quote(template)));
            } else if (!named.get().element().tag().equals(node.tag())) {
                Block block = named.get();
                Phrase label = language -> block.label(language);
                findings.error(
                        node,
                        Said.of(
                                "wrong-element",
                                Sentences.step(node),
                                label,
                                block.element().tag(),
                                node.tag()));
            }
        }
    }

    private static void loops(Xml node, Findings findings) {
        if (node.first("multiInstanceLoopCharacteristics").isPresent()
                || node.first("standardLoopCharacteristics").isPresent()) {
            findings.error(
                    node,
                    Said.of("multi-instance", Sentences.step(node))
                            .mendedBy(Repair.of("clear", node, "property", "loopCharacteristics")));
        }
        if (node.attribute("isForCompensation").equals("true")) {
            findings.error(
                    node,
                    Said.of("compensation", Sentences.step(node))
                            .mendedBy(Repair.of("clear", node, "property", "isForCompensation")));
        }
    }
}
