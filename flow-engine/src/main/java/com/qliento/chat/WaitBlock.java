package com.qliento.chat;

import com.qliento.block.Awaits;
import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import org.springframework.stereotype.Component;

/** Waits for a while, then goes on by itself. */
@Component
class WaitBlock implements DoneByEngine {

    private static final Block WAIT = Block.of(
                    ChatWords.ALL, "wait", BlockGroup.TIME, BpmnElement.INTERMEDIATE_CATCH_EVENT)
            .evenWithoutTemplate()
            .awaiting(Awaits.TIME)
            .icon("clock")
            .with(Parameter.of("duration", ParameterKind.DURATION).needed());

    @Override
    public Block block() {
        return WAIT;
    }
}
