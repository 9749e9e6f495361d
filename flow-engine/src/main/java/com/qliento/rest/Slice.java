package com.qliento.rest;

import com.qliento.problem.Problem;

/**
 * Which of a list that somebody scrolls: so many, after so many others. Throws {@link Problem} (invalid) for what lies
 * before the beginning and for more than 500 at once.
 */
public record Slice(int offset, int size) {

    private static final int MOST = 500;

    /** Checks both. */
    public Slice {
        if (offset < 0 || size < 0 || size > MOST) {
            throw Problem.invalid("offset", "A list is read from 0 on, " + MOST + " rows at once at most.");
        }
    }
}
