package com.qliento.connector.whatsapp;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** Reads the sentences of {@code graph-errors.properties}; a translation is one more file beside it. */
final class ErrorWords {
    private static final String FILE = "com.qliento.connector.whatsapp.graph-errors";
    /** The language of the machine must not decide what an operator reads. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ErrorWords() {}

    static String of(GraphError error, @Nullable Locale locale) {
        ResourceBundle words = words(locale);
        String key = key(error);
        return words.containsKey(key) ? words.getString(key) : general(words, error);
    }

    private static String key(GraphError error) {
        if (ErrorCodes.isNoSuchObject(error.code(), error.subcode())) {
            return "33";
        }
        return ErrorCodes.isPermission(error.code()) ? "10" : Integer.toString(error.code());
    }

    private static String general(ResourceBundle words, GraphError error) {
        String sentence = words.getString("group." + error.group());
        if (error.code() == GraphError.NO_CODE) {
            return sentence;
        }
        return sentence + " (" + words.getString("code") + " " + error.code() + ")";
    }

    private static ResourceBundle words(@Nullable Locale locale) {
        return ResourceBundle.getBundle(
                FILE, locale == null ? Locale.ROOT : locale, ErrorWords.class.getClassLoader(), NO_FALLBACK);
    }
}
