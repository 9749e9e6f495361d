package com.qliento.vault.spi;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is kept of a person, opened. In memory only, for as long as it takes; its text shows nothing.
 *
 * @param kind a fixed word, such as message
 * @param id names it among its kind
 * @param at when it came to be
 * @param values by name, in the order in which a person reads them: texts, numbers, truth values, lists and maps of these
 * @param unreadable why some of it can't be read, as {@link com.qliento.vault.Unreadable.Reason} words it; null when all can
 */
public record PersonalRecord(
        String kind,
        String id,
        Instant at,
        Map<String, ? extends @Nullable Object> values,
        @Nullable String unreadable) {

    @Override
    public String toString() {
        return "PersonalRecord[" + kind + "]";
    }
}
