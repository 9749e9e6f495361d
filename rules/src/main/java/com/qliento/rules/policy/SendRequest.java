package com.qliento.rules.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * A message that is about to be sent, without its content and without its receiver.
 *
 * @param kind free-form, or a template of a category
 * @param now the time of sending
 * @param windowEnd end of the customer service window, in the past when it is closed
 * @param consent what the customer said to messages that are no answer
 * @param localTime the time of day where the customer is, as far as that is known, else where the organisation is
 * @param quality of the number that sends
 * @param templateUsable whether WhatsApp lets the template be sent; true for what is none
 * @param toUnitedStates whether the customer's number begins with +1
 */
public record SendRequest(
        Kind kind,
        Instant now,
        Instant windowEnd,
        Consent consent,
        LocalTime localTime,
        Quality quality,
        boolean templateUsable,
        boolean toUnitedStates) {

    /** What WhatsApp tells apart. */
    public enum Kind {
        FREE_FORM,
        MARKETING,
        UTILITY,
        AUTHENTICATION
    }

    /** What a customer said to being written to. */
    public enum Consent {
        GIVEN,
        NOT_ASKED,
        WITHDRAWN,
        /** Wants no messages at all except answers. */
        OPTED_OUT
    }

    /** Meta's rating of a number. */
    public enum Quality {
        GREEN,
        YELLOW,
        RED,
        UNKNOWN
    }

    /** A free-form answer in an open window or not: all that is known of an ordinary reply. */
    public static SendRequest reply(Instant now, Instant windowEnd) {
        return new SendRequest(
                Kind.FREE_FORM, now, windowEnd, Consent.NOT_ASKED, LocalTime.NOON, Quality.UNKNOWN, true, false);
    }

    /** Whether the customer may be written to freely. */
    public boolean windowOpen() {
        return windowEnd.isAfter(now);
    }

    /** Whether they still may after so long: the end itself is closed. */
    public boolean openFor(Duration time) {
        return windowEnd.isAfter(now.plus(time));
    }

    /** Whether it is a template. */
    public boolean template() {
        return kind != Kind.FREE_FORM;
    }
}
