package com.qliento.vault;

import java.util.Arrays;

/**
 * Stands for a value in a look-up without telling it: 16 bytes, the same for the same organisation, kind and value,
 * and without the organisation's pepper not to be computed from a guessed value. Compares exactly: normalise the value
 * first (a phone number to digits). Equal values do show as equal rows, so index only what must be found.
 */
public final class BlindIndex {

    static final int LENGTH = 16;

    private final byte[] bytes;

    private BlindIndex(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads back what {@link #bytes()} gave; throws {@link IllegalArgumentException} when it isn't 16 bytes. */
    public static BlindIndex of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A blind index has " + LENGTH + " bytes, not " + bytes.length + ".");
        }
        return new BlindIndex(bytes.clone());
    }

    /** What to store and to look for; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindIndex index && Arrays.equals(bytes, index.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Not the bytes: they would tell in a log which lines are about the same person. */
    @Override
    public String toString() {
        return "BlindIndex";
    }
}
