package com.qliento.conversation;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;

/**
 * What Qliento itself says to a customer in a flow: in the language known of them, else in the one that the question
 * looks to be in, of English, Spanish and Portuguese.
 */
public enum PlatformReply {
    /** What they sent is no text, and the answer is to be written. */
    WRITE("write"),
    /** What they sent is no text, and the answer is to be chosen. */
    CHOOSE("choose"),
    /** What they tapped belongs to a question that is answered; the one that is asked follows. */
    ANSWERED_ALREADY("answered-already"),
    /** The same where nothing follows. */
    EARLIER("earlier");

    private static final Control ENGLISH_ELSE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PORTUGUESE = Pattern.compile(
            "[ãõç]|\\b(você|não|qual|quer|seu|sua|obrigad[oa]|uma|são|com)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SPANISH = Pattern.compile(
            "[¿¡ñ]|\\b(usted|qué|cuál|cuándo|quiere|quieres|su|tu|gracias|una|el|los|con)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final String key;

    PlatformReply(String key) {
        this.key = key;
    }

    /** This, for where no question follows it. */
    public PlatformReply orWithoutQuestion() {
        return this == ANSWERED_ALREADY ? EARLIER : this;
    }

    /** Its words, to somebody who is asked this. */
    public String text(Step step, String question) {
        return ResourceBundle.getBundle("com.qliento.conversation.Replies", language(step, question), ENGLISH_ELSE)
                .getString(key);
    }

    /** Its words and the question below them. */
    public String before(Step step, String question) {
        return text(step, question) + "\n\n" + question;
    }

    private static Locale language(Step step, String question) {
        var known = step.language();
        return known == null ? languageOf(question) : Locale.forLanguageTag(known);
    }

    /** English unless signs or words of one of the others are in it. */
    static Locale languageOf(String question) {
        var small = question.toLowerCase(Locale.ROOT);
        return List.of(new Guess("es", SPANISH), new Guess("pt", PORTUGUESE)).stream()
                .filter(guess -> guess.count(small) > 0)
                .reduce((one, other) -> other.count(small) > one.count(small) ? other : one)
                .map(guess -> Locale.forLanguageTag(guess.language()))
                .orElse(Locale.ENGLISH);
    }

    private record Guess(String language, Pattern signs) {

        long count(String text) {
            return signs.matcher(text).results().count();
        }
    }
}
