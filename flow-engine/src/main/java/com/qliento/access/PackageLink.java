package com.qliento.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A way for a person to take their package without an account.
 *
 * @param packageId what it leads to
 * @param madeBy an account's id, or the name of a program's key
 * @param endsAt until when; never later than the package itself
 * @param mostDownloads how often it can be taken
 * @param uses what became of it, the oldest first
 * @param late how often somebody came when it was over
 */
public record PackageLink(
        UUID id,
        UUID packageId,
        State state,
        String madeBy,
        Instant madeAt,
        Instant endsAt,
        int mostDownloads,
        List<Use> uses,
        int late) {

    /** So many wrong codes end it. */
    public static final int MOST_WRONG = 5;

    /** Takes its own copy. */
    public PackageLink {
        uses = List.copyOf(uses);
    }

    /** Where it stands. */
    public enum State {
        /** Whoever has the address and the code can take the package. */
        OPEN,
        /** It was taken as often as it may be. */
        USED_UP,
        /** Too many wrong codes. */
        CLOSED,
        /** Somebody of the organisation ended it. */
        ENDED,
        /** Its time is over, or the package's. */
        OVER;

        static State of(boolean ended, boolean inTime, int most, List<Use> uses) {
            long right = uses.stream().filter(Use::rightCode).count();
            if (ended) {
                return ENDED;
            }
            if (!inTime) {
                return OVER;
            }
            if (uses.size() - right >= MOST_WRONG) {
                return CLOSED;
            }
            return right >= most ? USED_UP : OPEN;
        }
    }

    /** Somebody came with the address while it was open. */
    public record Use(Instant at, boolean rightCode) {}

    /** How often it was taken. */
    public int downloads() {
        return (int) uses.stream().filter(Use::rightCode).count();
    }

    /** How often the code was wrong. */
    public int wrongCodes() {
        return uses.size() - downloads();
    }
}
