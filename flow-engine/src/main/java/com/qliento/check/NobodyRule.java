package com.qliento.check;

import com.qliento.block.BpmnElement;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.bpmn.StartTrigger;
import com.qliento.bpmn.Xml;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A flow about nobody says nothing and asks nothing: there is no customer. Neither does one that it runs inside itself. */
@Component
@Order(125)
final class NobodyRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        if (!flow.start().map(StartTrigger::aboutNobody).orElse(false)) {
            return;
        }
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            if (block != null && (block.says() || block.block().asks())) {
                findings.error(node, Said.of("needs-somebody", Sentences.step(node)));
            }
            if (block != null && block.block().element() == BpmnElement.CALL_ACTIVITY) {
                block.values(ParameterKind.FLOW).stream()
                        .filter(key -> environment.published(key) && !environment.aboutNobody(key))
                        .forEach(key -> findings.error(
                                node, Said.of("needs-somebody.flow", Sentences.step(node), Sentences.quote(key))));
            }
        }
    }
}
