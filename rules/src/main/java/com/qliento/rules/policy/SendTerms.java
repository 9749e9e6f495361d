package com.qliento.rules.policy;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation tightens what may be sent. Nothing here can loosen a rule of WhatsApp's or of law.
 *
 * @param quietFrom begin of the hours without templates that are no answer, null for none
 * @param quietTo their end, the next day when it is earlier than their begin; null for none
 * @param utilityNeedsConsent whether utility templates need consent too
 * @param yellowHoldsMarketing whether marketing waits already when the number's quality is yellow
 */
public record SendTerms(
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean utilityNeedsConsent,
        boolean yellowHoldsMarketing) {

    /** As the platform sends without any wish of the organisation. */
    public static final SendTerms PLATFORM = new SendTerms(null, null, false, false);

    /** Whether this time of day is one of the quiet hours. */
    public boolean quiet(LocalTime time) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return false;
        }
        return quietFrom.isBefore(quietTo)
                ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    }
}
