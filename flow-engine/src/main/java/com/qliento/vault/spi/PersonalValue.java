package com.qliento.vault.spi;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in a field now. In memory only, for as long as it takes; its text shows nothing.
 *
 * @param text in words; null when nothing is
 * @param form these words as they would be kept there instead; empty when they could not be, as far as their form goes
 */
public record PersonalValue(@Nullable String text, Function<String, Optional<String>> form) {

    @Override
    public String toString() {
        return "PersonalValue";
    }
}
