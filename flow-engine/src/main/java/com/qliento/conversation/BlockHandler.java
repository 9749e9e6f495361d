package com.qliento.conversation;

/** What a type of block does when a flow comes to it. One for each type; the vocabulary is in {@code block}. */
public interface BlockHandler {

    /** The block's key in the vocabulary. */
    String block();

    /** Prepares one element of a published flow; throws {@link com.qliento.rules.feel.InvalidExpression} when its texts can't be compiled. */
    BlockAction prepare(BlockParameters parameters);
}
