package com.qliento.transcript;

import com.qliento.connector.whatsapp.GraphError;
import com.qliento.rules.policy.PolicyRule;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a message waits, did not arrive or was not handled. It is noted as a rule's id, as a word of the program, or in
 * English; people are told it in their language where there are words for it.
 *
 * @param noted as it was noted
 * @param errorCode Meta's, when it was Meta who refused
 */
public record NotedReason(String noted, @Nullable Integer errorCode) {

    private static final String BUNDLE = "com.qliento.transcript.Reasons";
    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String STEP_FAILED = "step_failed";

    /** As steps that failed are noted: the failure, the flow and the block. */
    private static final Pattern FAILED =
            Pattern.compile("(?<what>\\w+) in (?:flow (?<flow>\\S+?)(?:, block (?<block>\\S+))?|before the flow)");

    /** The reason in words. */
    public String words(Locale language) {
        return rule().map(rule -> rule.explained(language)).orElseGet(() -> others(language));
    }

    /** The rule that held it. */
    public Optional<PolicyRule> rule() {
        return PolicyRule.of(noted);
    }

    /** A word for programs that stays the same; null when there is none. */
    @Nullable
    String code() {
        return bundle(Locale.ENGLISH).containsKey(noted)
                ? noted
                : FAILED.matcher(noted).matches() ? STEP_FAILED : null;
    }

    private String others(Locale language) {
        var words = bundle(language);
        var failed = FAILED.matcher(noted);
        if (failed.matches()) {
            return failed(words, failed);
        }
        if (words.containsKey(noted)) {
            return filled(words.getString(noted), metas(language));
        }
        return errorCode != null && noted.equals(metas(Locale.ENGLISH)) ? metas(language) : noted;
    }

    private static String failed(ResourceBundle words, Matcher failed) {
        var key =
                STEP_FAILED + (failed.group("block") != null ? ".block" : failed.group("flow") != null ? ".flow" : "");
        return filled(words.getString(key), failed.group("what"), failed.group("flow"), failed.group("block"));
    }

    private static String filled(String pattern, @Nullable String... values) {
        var words = pattern;
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", Objects.requireNonNullElse(values[i], ""));
        }
        return words.strip();
    }

    private String metas(Locale language) {
        return errorCode == null
                ? ""
                : GraphError.reported(errorCode, null, null).plainWords(language);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language, ENGLISH_ELSE);
    }
}
