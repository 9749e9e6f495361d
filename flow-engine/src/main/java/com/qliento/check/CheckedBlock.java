package com.qliento.check;

import com.qliento.block.BlockType;

/**
 * A type of block with a rule of its own, beside those that all blocks keep: its settings are of their kind, its texts as
 * long as WhatsApp takes, its exits drawn.
 */
public interface CheckedBlock extends BlockType {

    /** Looks at one block of this type in a flow. Never throws, whatever its settings hold. */
    void check(BlockCheck at);
}
