package com.qliento.rules.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Data of one category that is kept.
 *
 * @param since when it came, or the case or contract about it ended
 * @param wishedDays how many times 24 hours the organisation wants it kept, 0 for as long as the platform keeps it
 * @param held whether a court or an authority asked for it to stay
 */
public record KeptData(Category category, Instant since, int wishedDays, boolean held) {

    /** What is kept for different reasons. */
    public enum Category {
        MESSAGE,
        MEDIA,
        CONTACT,
        ANSWER,
        CONSENT_PROOF,
        PRIVACY_CASE,
        AUDIT,
        INVOICE,
        /** Where conversations went and what came of calls: no content. */
        TRACE
    }

    /** The instant so many times 24 hours after it came. */
    public Instant days(int days) {
        return since.plus(Duration.ofDays(days));
    }

    /** The same day and time of a later month, by UTC. */
    public Instant months(int months) {
        return since.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /** Whether the organisation has a wish of its own. */
    public boolean wished() {
        return wishedDays > 0;
    }
}
