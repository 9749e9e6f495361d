package com.qliento.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param sequence the place in the chain; null for an entry that has none
 * @param entry its id, where it is known
 * @param day of the signed head that tells it, where one does
 */
public record AuditFinding(
        Kind kind,
        @Nullable Long sequence,
        @Nullable UUID entry,
        @Nullable LocalDate day) {

    /** What is wrong. */
    public enum Kind {
        /** There is nothing at this place, or its entry is gone. */
        DELETED("deleted"),
        /** The entry or its link says something else than when it got its place. */
        ALTERED("altered"),
        /** The sealed detail is another one. */
        DETAIL_ALTERED("its sealed detail was altered"),
        /** It does not follow what stands before it. */
        REORDERED("does not follow the entry before it"),
        /** A signed head knew entries up to here, and the chain ends before. */
        CUT_OFF("cut off: a signed head knew more entries"),
        /** The chain fits together, but is not the one that a head was signed of. */
        REWRITTEN("rewritten: a signed head knew another entry"),
        /** A head that none of our keys has signed as it is. */
        HEAD_FORGED("the signature of a head does not fit"),
        /** An entry that has no place and does not wait for one. */
        LEFT_OUT("an entry was taken out of the chain");

        private final String why;

        Kind(String why) {
            this.why = why;
        }

        /** In English, for whoever reads a console. */
        public String why() {
            return why;
        }
    }

    static AuditFinding at(Kind kind, long sequence, @Nullable UUID entry) {
        return new AuditFinding(kind, sequence, entry, null);
    }
}
