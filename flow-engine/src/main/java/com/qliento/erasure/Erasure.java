package com.qliento.erasure;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure of a person.
 *
 * @param contact whose; null once it is done, when nobody knows any more
 * @param step what it is at; of one that is not begun the first, of one that is done the last
 * @param askedBy an account's id, or the name of a program's key
 * @param approvedBy another one; null until somebody approves, and of one that is done again after a restore
 * @param again whether the person was erased before, and came back with a backup
 * @param keysAt since when nobody can read anything of theirs; null until then
 * @param rowsAt when the rows were deleted
 * @param doneAt when it was checked and certified
 * @param attempts how often it broke off at the step it is at
 */
public record Erasure(
        UUID id,
        @Nullable UUID contact,
        State state,
        Step step,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        boolean again,
        @Nullable Instant keysAt,
        @Nullable Instant rowsAt,
        @Nullable Instant doneAt,
        int attempts) {

    /** Where it stands. */
    public enum State {
        /** Somebody else has to approve. */
        ASKED,
        /** Whoever asked, or somebody else, took it back before it began. */
        WITHDRAWN,
        /** It is being done, and can't be taken back any more. */
        RUNNING,
        /** It is done here; a recipient or a hold may be left. */
        DONE;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What is done, in this order. */
    public enum Step {
        /** Nothing leads to the person any more, and nothing is under way for them. */
        STOP,
        /** Every node forgets whom it holds in memory. */
        NODES,
        /** What has to be held is copied, and whoever was told of the person is noted and told. */
        COPIES,
        /** Their keys are destroyed. */
        KEYS,
        /** Their rows are deleted. */
        ROWS,
        /** Nothing is left, looked at when no memory holds a key any more. */
        CHECK,
        /** The certificate is signed. */
        CERTIFY;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
