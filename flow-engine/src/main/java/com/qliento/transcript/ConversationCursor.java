package com.qliento.transcript;

import com.qliento.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of conversations ended: the last one's latest step and id. */
record ConversationCursor(Instant at, UUID id) {

    private static final String BETWEEN = "_";

    static ConversationCursor after(ConversationSearch.Row row) {
        return new ConversationCursor(row.lastStepAt(), row.id());
    }

    /** Reads what {@link #toString} wrote; null for null, which begins. */
    static @Nullable ConversationCursor read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var parts = written.split(BETWEEN, 2);
        try {
            return new ConversationCursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "The cursor is not one of ours. Begin without one.");
        }
    }

    @Override
    public String toString() {
        return at + BETWEEN + id;
    }
}
