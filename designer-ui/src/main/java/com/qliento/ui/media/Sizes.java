package com.qliento.ui.media;

import java.text.NumberFormat;
import java.util.Locale;

/** Sizes of files as people say them. */
final class Sizes {

    private static final long KILO = 1024;

    private Sizes() {}

    /** "3.4 MB". */
    static String said(long bytes, Locale language) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        var format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(
                bytes < 10 * KILO || (bytes >= KILO * KILO && bytes < 10 * KILO * KILO) ? 1 : 0);
        return bytes < KILO * KILO
                ? format.format(bytes / (double) KILO) + " KB"
                : format.format(bytes / (double) (KILO * KILO)) + " MB";
    }
}
