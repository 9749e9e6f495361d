package com.qliento.register;

import com.qliento.block.TextBundle;
import com.qliento.retention.Kept;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** What stands in the register, in a reader's language. */
record RegisterWords(Locale language) {

    private static final TextBundle WORDS = TextBundle.beside(RegisterWords.class, "Register");
    private static final String WISH = "retention.wish";
    private static final List<String> SAFEGUARDS = List.of("sealed", "rows", "roles", "audit", "log", "engine");

    /** The word of this kind and code; the code itself where a later version made another one. */
    Register.Term term(String kind, String code) {
        var known = code.toLowerCase(Locale.ROOT);
        return new Register.Term(known, WORDS.find(kind + "." + known, language).orElse(known));
    }

    Register.Term term(String kind, Enum<?> code) {
        return term(kind, code.name());
    }

    String period(String code) {
        return begun(WORDS.text("period." + code.toLowerCase(Locale.ROOT), language));
    }

    /** As a sentence begins. */
    private String begun(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(language) + words.substring(first);
    }

    /** What the rule says; a wish has its own number of days. */
    String period(Kept.Category kept) {
        if (!kept.rule().equals(WISH)) {
            return begun(kept.sentence());
        }
        Format wish = new MessageFormat(WORDS.text("period.wish", language), language);
        return wish.format(new Object[] {kept.days(), kept.sentence()});
    }

    List<String> safeguards() {
        return SAFEGUARDS.stream()
                .map(code -> WORDS.text("safeguard." + code, language))
                .toList();
    }
}
