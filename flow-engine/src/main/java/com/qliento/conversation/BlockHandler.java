package com.qliento.conversation;

import com.qliento.block.BlockType;

/** A type of block and what it does when a flow comes to it. */
public interface BlockHandler extends BlockType {

    /** Prepares one element of a published flow; throws {@link com.qliento.rules.feel.InvalidExpression} when its texts can't be compiled. */
    BlockAction prepare(BlockParameters parameters);
}
