package com.qliento.access;

/** More is kept of a person than is put into one package. */
final class TooMuchToPack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchToPack(int most) {
        super("more than " + most + " things are kept of one person");
    }
}
