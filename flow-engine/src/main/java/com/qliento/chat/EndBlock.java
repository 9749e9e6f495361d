package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import org.springframework.stereotype.Component;

/** Ends the flow; the next keyword can start one again. */
@Component
class EndBlock implements DoneByEngine {

    private static final Block END = Block.of(ChatWords.ALL, "end", BlockGroup.END, BpmnElement.END_EVENT)
            .evenWithoutTemplate()
            .usual()
            .with();

    @Override
    public Block block() {
        return END;
    }
}
