package com.qliento.bpmn;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a flow, in no language yet.
 *
 * @param key of the text; up to the first dot it is the problem's code
 * @param arguments what stands for {@code {0}}, {@code {1}} and so on: phrases, else as they print
 * @param repair what would mend it, null when only a person can know
 */
public record Said(
        String key, List<Object> arguments, @Nullable Repair repair) implements Phrase {

    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments), null);
    }

    /** The same, mended by this; null for not at all. */
    public Said mendedBy(@Nullable Repair mending) {
        return new Said(key, arguments, mending);
    }

    public String code() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    @Override
    public String in(Locale language) {
        return FindingTexts.text(key, language, arguments);
    }

    /** As a sentence that stands alone. */
    public String sentence(Locale language) {
        String words = in(language);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(language) + words.substring(1);
    }
}
