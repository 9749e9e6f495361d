package com.qliento.rules.policy;

import java.time.LocalDate;

/**
 * Data of one category that is kept.
 *
 * @param since the day it came to be, or the case or contract about it ended
 * @param wishedDays how long the organisation wants it kept, 0 for as long as the platform keeps it
 * @param held whether a court or an authority asked for it to stay
 */
public record KeptData(Category category, LocalDate since, int wishedDays, boolean held) {

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
        TRACE
    }

    /** Whether the organisation has a wish of its own. */
    public boolean wished() {
        return wishedDays > 0;
    }
}
