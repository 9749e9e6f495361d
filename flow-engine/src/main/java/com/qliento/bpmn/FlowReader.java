package com.qliento.bpmn;

import com.qliento.block.Blocks;
import org.springframework.stereotype.Component;

/** Reads BPMN files as flows of the vocabulary there is. */
@Component
public final class FlowReader {

    private final Blocks blocks;

    public FlowReader(Blocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Reads a BPMN file. Refuses DOCTYPE and entities, more than 2 MB, more than 500 steps and arrows, and what is not
     * XML or not BPMN; fetches nothing.
     *
     * @throws UnreadableFlow with the problem and, where there is one, its line
     */
    public FlowModel read(byte[] bpmn) {
        return new FlowModel(FlowSource.read(bpmn), blocks);
    }
}
