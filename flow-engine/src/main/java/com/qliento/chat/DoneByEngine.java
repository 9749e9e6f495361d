package com.qliento.chat;

import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;

/** A block that BPMN itself does: the engine starts, decides, waits, calls and ends without help. */
interface DoneByEngine extends BlockHandler {

    @Override
    default BlockAction prepare(BlockParameters parameters) {
        return step -> Outcome.GO_ON;
    }
}
