package com.qliento.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** The beginnings of files, for tests. */
public final class Bytes {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Bytes() {}

    /** A picture nobody has uploaded before: a dot with a number behind it. */
    public static byte[] picture() {
        return beginning(Base64.getDecoder().decode(DOT), NEXT.incrementAndGet() + "-" + System.nanoTime());
    }

    /** A document nobody has uploaded before. */
    static byte[] document() {
        return of("%PDF-1.4\n" + NEXT.incrementAndGet() + "-" + System.nanoTime());
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] beginning(byte[] start, String rest) {
        byte[] more = of(rest);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return all;
    }

    /** The same, filled up with zeros. */
    static byte[] padded(String start, int length) {
        return Arrays.copyOf(of(start), length);
    }
}
