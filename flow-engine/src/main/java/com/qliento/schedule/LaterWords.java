package com.qliento.schedule;

import com.qliento.block.TextBundle;

/** The words of this block, in {@code Blocks.properties} and its translations beside this class. */
final class LaterWords {

    static final TextBundle ALL = TextBundle.beside(LaterWords.class, "Blocks");

    private LaterWords() {}
}
