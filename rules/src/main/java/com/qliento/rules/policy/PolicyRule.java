package com.qliento.rules.policy;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the platform, named by its id such as {@code send.window}. The id is stable: it is kept with what was
 * decided.
 */
public record PolicyRule(String id) {

    public PolicyRule {
        if (!PolicyTexts.known(id)) {
            throw new IllegalArgumentException("no rule " + id);
        }
    }

    /** Which policy it belongs to: the first part of its id, such as {@code send}. */
    public String policy() {
        return id.substring(0, id.indexOf('.'));
    }

    /** The rule of this id, if there is one: other reasons have other words. */
    public static Optional<PolicyRule> of(@Nullable String id) {
        return id != null && PolicyTexts.known(id) ? Optional.of(new PolicyRule(id)) : Optional.empty();
    }

    /** What it says, in English, Spanish or Portuguese; English for any other language. */
    public String sentence(Locale language) {
        return PolicyTexts.text(id, language);
    }

    /** Where it comes from: an article, a document of WhatsApp's, the organisation's plan or its own settings. */
    public String source(Locale language) {
        return PolicyTexts.text(id + ".source", language);
    }

    /** Both, as it is shown beside a decision: {@code outside the 24-hour window (rule send.window, WhatsApp …)}. */
    public String explained(Locale language) {
        return sentence(language) + " (" + PolicyTexts.text("rule", language) + " " + id + ", " + source(language)
                + ")";
    }
}
