package com.qliento.rules.policy;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the rules: {@code Policies.properties} in English and the others beside it. */
final class PolicyTexts {

    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private PolicyTexts() {}

    static boolean known(String id) {
        return bundle(Locale.ENGLISH).containsKey(id) && bundle(Locale.ENGLISH).containsKey(id + ".source");
    }

    static String text(String key, Locale language) {
        return bundle(language).getString(key);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("com.qliento.rules.policy.Policies", language, ENGLISH_ELSE);
    }
}
