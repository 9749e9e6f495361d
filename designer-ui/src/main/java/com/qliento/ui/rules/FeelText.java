package com.qliento.ui.rules;

import com.qliento.rules.feel.ValueText;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as FEEL writes them. */
final class FeelText {

    private FeelText() {}

    /** A text in quotes. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /**
     * A value of this type; empty for one that is not known or that has no short form.
     *
     * @param type FEEL's name of it
     */
    static String of(@Nullable Object value, String type) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value == null || value instanceof Iterable<?> || value instanceof Map<?, ?>) {
            return "";
        }
        String text = ValueText.exact(value);
        return switch (type) {
            case "date", "time", "date and time" -> type + "(" + quoted(text) + ")";
            case "days and time duration", "years and months duration" -> "duration(" + quoted(text) + ")";
            default -> quoted(text);
        };
    }
}
