package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goes the first way whose condition is true; the conditions stand on its arrows. */
@Order(1)
@Component
class ConditionBlock implements DoneByEngine {

    private static final Block CONDITION = Block.of(
                    ChatWords.ALL, "condition", BlockGroup.DECIDE, BpmnElement.EXCLUSIVE_GATEWAY)
            .evenWithoutTemplate()
            .usual()
            .with();

    @Override
    public Block block() {
        return CONDITION;
    }
}
