package com.qliento.policy;

import com.qliento.rules.policy.SendLimits;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * An organisation's limits of sending, and the zone it is in: its quiet hours, and {@code now} and {@code today} of its flows
 * and tables, are by the clock there.
 */
public record ZonedSendLimits(SendLimits limits, ZoneId zone) {

    /** Of an organisation that has said nothing. */
    public static final ZonedSendLimits PLATFORM = new ZonedSendLimits(SendLimits.PLATFORM, ZoneOffset.UTC);
}
