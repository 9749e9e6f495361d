package com.qliento.rest;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** In which of our languages a caller reads. */
public final class ReadersLanguage {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"));

    private ReadersLanguage() {}

    /** By the header {@code Accept-Language}; English for what we don't have, and for what makes no sense. */
    public static Locale of(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(LanguageRange.parse(header), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
