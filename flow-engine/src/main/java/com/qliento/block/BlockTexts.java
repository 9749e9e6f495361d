package com.qliento.block;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the blocks: {@code Blocks.properties} in English, {@code Blocks_es.properties} and so on beside it. */
final class BlockTexts {

    /** No fall-back to the machine's language: a missing translation is shown in English everywhere. */
    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private BlockTexts() {}

    static String text(String key, Locale locale) {
        return bundle(locale).getString(key);
    }

    static String first(Locale locale, String key, String otherwise) {
        ResourceBundle bundle = bundle(locale);
        return bundle.getString(bundle.containsKey(key) ? key : otherwise);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("com.qliento.block.Blocks", locale, ENGLISH_ELSE);
    }
}
