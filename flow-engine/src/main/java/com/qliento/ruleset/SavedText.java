package com.qliento.ruleset;

import com.qliento.rules.feel.ValueText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * Texts of times in saved results. Those saved first have Java's form of a time ({@code 13:30}, {@code
 * 2026-03-29T13:30+02:00[Europe/Rome]}, {@code PT26H}), today's have FEEL's.
 */
final class SavedText {

    private static final List<Function<String, Object>> FORMS =
            List.of(LocalTime::parse, OffsetTime::parse, LocalDateTime::parse, ZonedDateTime::parse, Duration::parse);

    private SavedText() {}

    /** Whether the saved text is this one, or Java's form of it. */
    static boolean means(String saved, String text) {
        return saved.equals(text) || inFeel(saved).equals(text);
    }

    private static String inFeel(String saved) {
        for (Function<String, Object> form : FORMS) {
            try {
                return ValueText.exact(form.apply(saved));
            } catch (DateTimeException another) {
                // the next form, or none
            }
        }
        return saved;
    }
}
