package com.qliento.flow;

import java.text.Normalizer;
import java.util.Locale;

/** Makes keys of names. */
final class FlowKeys {

    private static final int LONGEST = 50;

    private FlowKeys() {}

    /** The name in small letters and hyphens, without accents; a word of its own when nothing of it is left. */
    static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        return cut.isEmpty() ? "flow" : cut;
    }
}
