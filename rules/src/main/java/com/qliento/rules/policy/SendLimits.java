package com.qliento.rules.policy;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation is stricter about sending than the platform. Nothing here can loosen a rule of WhatsApp's or of law.
 *
 * @param quietFrom begin of the hours without templates that are no answer, null for none
 * @param quietTo their end, the next day when it is earlier than their begin; null for none
 * @param utilityNeedsConsent whether utility templates need consent too
 * @param yellowHoldsMarketing whether marketing waits already when the number's quality is yellow
 * @param marginMinutes so long before the end of the 24-hour window nothing free-form is sent any more; 0 to the end
 */
public record SendLimits(
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean utilityNeedsConsent,
        boolean yellowHoldsMarketing,
        int marginMinutes) {

    /** As the platform sends without any wish of the organisation. */
    public static final SendLimits PLATFORM = new SendLimits(null, null, false, false, 0);

    /** In minutes: more would hold what customers still wait for. */
    public static final int LONGEST_MARGIN = 120;

    public SendLimits {
        if (marginMinutes < 0 || marginMinutes > LONGEST_MARGIN) {
            throw new IllegalArgumentException("a margin of " + marginMinutes + " minutes");
        }
    }

    /** Whether this time of day is one of the quiet hours. */
    public boolean quiet(LocalTime time) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return false;
        }
        return quietFrom.isBefore(quietTo)
                ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    }

    /** What is left of the window when free-form messages end. */
    public Duration margin() {
        return Duration.ofMinutes(marginMinutes);
    }
}
