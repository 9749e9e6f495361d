package com.qliento.chat;

import com.qliento.block.TextBundle;

/** The words of this set of blocks, in {@code Blocks.properties} and its translations beside this class. */
final class ChatWords {

    static final TextBundle ALL = TextBundle.beside(ChatWords.class, "Blocks");

    private ChatWords() {}
}
