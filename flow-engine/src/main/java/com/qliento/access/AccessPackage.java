package com.qliento.access;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package of all that is kept of a person.
 *
 * @param contact whose, as the organisation knows them now
 * @param language of what in it is for people, a language tag
 * @param askedBy an account's id, or the name of a program's key
 * @param madeAt null until it is made
 * @param endsAt until when it can be taken; null until it is made
 * @param records how many things are in it; null until it is made
 * @param unreadable how many of them nobody can read any more, and are told as such
 * @param bytes how large it is
 * @param failure why it was not made, in a fixed word; null when it was, or is being made
 * @param taken how often somebody took it
 */
public record AccessPackage(
        UUID id,
        UUID contact,
        String language,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant madeAt,
        @Nullable Instant endsAt,
        @Nullable Integer records,
        @Nullable Integer unreadable,
        @Nullable Long bytes,
        @Nullable String failure,
        int taken) {

    /** Where it stands. */
    public enum State {
        /** It is put together now. */
        MAKING,
        /** It can be taken. */
        READY,
        /** It was not made; the reason stands beside. */
        FAILED,
        /** Its time is over, or somebody ended it: its key is destroyed. */
        OVER;

        static State of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }
}
