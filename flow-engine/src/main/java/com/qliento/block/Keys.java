package com.qliento.block;

import java.text.Normalizer;
import java.util.Locale;

/** Makes keys of names, for flows and decisions. */
public final class Keys {

    private static final int LONGEST = 50;

    private Keys() {}

    /** The name in small letters and hyphens, without accents; the other word when nothing of it is left. */
    public static String of(String name, String otherwise) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
