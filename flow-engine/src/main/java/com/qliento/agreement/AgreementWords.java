package com.qliento.agreement;

import com.qliento.block.TextBundle;

/** The words of these blocks, in {@code Blocks.properties} and its translations beside this class. */
final class AgreementWords {

    static final TextBundle ALL = TextBundle.beside(AgreementWords.class, "Blocks");

    private AgreementWords() {}
}
