package com.qliento.agreement;

import com.qliento.block.Exit;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Said;
import com.qliento.bpmn.Sentences;
import com.qliento.check.Findings;
import com.qliento.check.FlowEnvironment;
import com.qliento.check.FlowRule;
import com.qliento.consent.Purpose;
import com.qliento.consent.UseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where a block may be told no because of what it uses data for, the author says what happens then. */
@Order(71)
@Component
class UseRule implements FlowRule {

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        for (var node : flow.source().nodes()) {
            var block = flow.blocks().get(node.id());
            if (asks(block) && !isDrawn(flow, node.id())) {
                findings.warning(
                        node,
                        Said.by(AgreementWords.ALL, "use-no-exit", Sentences.step(node))
                                .mendedBy(Repair.of("add-exit", node, "code", Exit.NOT_ALLOWED.code())));
            }
        }
    }

    private static boolean asks(@Nullable BlockNode block) {
        return block != null
                && block.block().parameter(UseSettings.USE.name()).isPresent()
                && UseSettings.of(block.value(UseSettings.USE.name())) != Purpose.SERVICE;
    }

    private static boolean isDrawn(FlowModel flow, String host) {
        return flow.boundaries().values().stream()
                .anyMatch(edge -> edge.host().equals(host) && edge.code().equals(Exit.NOT_ALLOWED.code()));
    }
}
