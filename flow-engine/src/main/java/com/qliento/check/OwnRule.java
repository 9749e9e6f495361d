package com.qliento.check;

import com.qliento.block.Blocks;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Xml;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What each type of block has to say of itself. */
@Component
@Order(200)
final class OwnRule implements FlowRule {

    private final FlowLanguage language;
    private final Map<String, CheckedBlock> types;

    OwnRule(FlowLanguage language, Blocks blocks) {
        this.language = language;
        this.types = blocks.types(CheckedBlock.class).stream()
                .collect(Collectors.toMap(type -> type.block().key(), Function.identity()));
    }

    @Override
    public void check(FlowModel flow, FlowEnvironment environment, Findings findings) {
        var telling = new BlockCheck.Telling(language, findings);
        for (Xml node : flow.source().nodes()) {
            BlockNode block = flow.blocks().get(node.id());
            CheckedBlock type = block == null ? null : types.get(block.block().key());
            if (block != null && type != null) {
                type.check(new BlockCheck(node, block, flow, environment, telling));
            }
        }
    }
}
