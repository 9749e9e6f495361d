package com.qliento.request;

import com.qliento.block.TextBundle;

/** The words of this block, in {@code Blocks.properties} and its translations beside this class. */
final class RequestWords {

    static final TextBundle ALL = TextBundle.beside(RequestWords.class, "Blocks");

    private RequestWords() {}
}
