package com.qliento.consent;

/** Whether somebody's data may be used for a purpose, and if not, why. */
public enum Permit {
    ALLOWED,
    /** It takes their consent, and they gave none. */
    NO_CONSENT,
    /** They were asked and said no. */
    REFUSED,
    /** They took it back. */
    WITHDRAWN,
    /** What they gave was for a time, and that is over. */
    EXPIRED,
    /** They objected (GDPR Art. 21). */
    OBJECTED,
    /** All that is done with their data is to keep it (Art. 18). */
    RESTRICTED;

    /** Whether it may. */
    public boolean allowed() {
        return this == ALLOWED;
    }

    /** As it stands in answers and in what is noted of a conversation. */
    public String code() {
        return Purpose.word(this);
    }
}
