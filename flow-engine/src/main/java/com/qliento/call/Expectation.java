package com.qliento.call;

import com.qliento.database.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a flow waits for that happens elsewhere, told by {@link Calls#happened}: a payment, an approval.
 *
 * @param target who tells it, as people name it, without blanks; nothing personal, shown and recorded
 * @param reference what the other side calls it, one of a kind within the organisation; kept as a blind index
 * @param patience how long the flow waits, {@link #LONGEST} at most
 */
public record Expectation(String target, String reference, Duration patience) {

    /** What a flow knows is readable for 30 days. */
    public static final Duration LONGEST = Duration.ofDays(28);

    private static final int MOST_CHARACTERS = 500;

    /** Refuses a patience that is none, or is longer than {@link #LONGEST}, and a reference that is none or is long. */
    public Expectation {
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no time a flow may wait for something: " + patience);
        }
        if (reference.isBlank() || reference.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("no reference: it is blank, or longer than " + MOST_CHARACTERS);
        }
    }

    /** That this is expected from now on. */
    public Expected by(Call.Caller caller, Instant now) {
        return new Expected(TimeOrderedId.at(now), caller, this, now.plus(patience));
    }

    /** Nothing of the reference. */
    @Override
    public String toString() {
        return "Expectation[" + target + "]";
    }
}
