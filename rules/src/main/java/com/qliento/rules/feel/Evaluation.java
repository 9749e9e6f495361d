package com.qliento.rules.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an expression came to.
 *
 * @param value plain Java, see {@link Expression#evaluate}
 * @param problems why parts of it are missing, at most 20; they quote the expression, never a value
 */
public record Evaluation(@Nullable Object value, List<String> problems) {

    /** Shows no value. */
    @Override
    public String toString() {
        return "Evaluation";
    }
}
