package com.qliento.bpmn;

import com.qliento.block.TextBundle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a flow, in no language yet.
 *
 * @param key of the text; up to the first dot it is the problem's code
 * @param arguments what stands for {@code {0}}, {@code {1}} and so on: phrases, else as they print
 * @param repair what would mend it, null when only a person can know
 * @param words of the set of blocks that says it, as {@code finding.KEY} in them; null for what is said of all flows
 */
public record Said(
        String key,
        List<Object> arguments,
        @Nullable Repair repair,
        @Nullable TextBundle words) implements Phrase {

    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments), null, null);
    }

    /** What a set of blocks says in words of its own. */
    public static Said by(TextBundle words, String key, Object... arguments) {
        return new Said(key, List.of(arguments), null, words);
    }

    /** The same, mended by this; null for not at all. */
    public Said mendedBy(@Nullable Repair mending) {
        return new Said(key, arguments, mending, words);
    }

    public String code() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    @Override
    public String in(Locale language) {
        return words == null
                ? FindingTexts.text(key, language, arguments)
                : FindingTexts.filled(words.text("finding." + key, language), language, arguments);
    }

    /** As a sentence that stands alone. */
    public String sentence(Locale language) {
        String words = in(language);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(language) + words.substring(1);
    }
}
