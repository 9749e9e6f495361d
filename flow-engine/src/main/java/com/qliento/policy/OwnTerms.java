package com.qliento.policy;

import com.qliento.rules.policy.SendTerms;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How an organisation sends, where it is stricter than the platform.
 *
 * @param zone where the organisation is: its quiet hours and {@code now} and {@code today} of its flows and
 *     tables are by the clock there
 */
public record OwnTerms(SendTerms send, ZoneId zone) {

    /** Of an organisation that has not said anything. */
    public static final OwnTerms NONE = new OwnTerms(SendTerms.PLATFORM, ZoneOffset.UTC);
}
