package com.qliento.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression came to.
 *
 * @param problems why it is null, in FEEL's own words; may repeat values, so personal data
 */
public record Evaluation(@Nullable Object value, List<String> problems) {

    /** Shows no value. */
    @Override
    public String toString() {
        return "Evaluation";
    }
}
