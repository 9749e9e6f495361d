package com.qliento.policy;

import com.qliento.problem.Problem;
import com.qliento.rules.policy.SendTerms;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Terms as somebody writes them; what is left out is as the platform has it.
 *
 * @param zone of the organisation, such as {@code Europe/Madrid}: quiet hours, and {@code now} and {@code today} of flows and
 *     tables, are by the clock there; needed when there are quiet hours, else UTC when left out
 * @param quietFrom {@code 22:00}; templates that are no answer wait from then
 * @param quietTo until then, the next day when it is earlier
 * @param utilityNeedsConsent whether utility templates need consent too
 * @param yellowHoldsMarketing whether marketing waits when the number's quality is yellow
 * @param marginMinutes so long before the end of the 24-hour window nothing free-form is sent, 0 to 120
 */
public record TermsWish(
        @Nullable String zone,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable Boolean utilityNeedsConsent,
        @Nullable Boolean yellowHoldsMarketing,
        @Nullable Integer marginMinutes) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static TermsWish of(OwnTerms terms) {
        SendTerms send = terms.send();
        return new TermsWish(
                terms.zone().getId(),
                send.quietFrom() == null ? null : TIME.format(send.quietFrom()),
                send.quietTo() == null ? null : TIME.format(send.quietTo()),
                send.utilityNeedsConsent(),
                send.yellowHoldsMarketing(),
                send.marginMinutes());
    }

    /** The terms; throws {@link Problem} when one can't be used, or would loosen what the platform has to keep to. */
    OwnTerms terms() {
        LocalTime from = time("quietFrom", quietFrom);
        LocalTime to = time("quietTo", quietTo);
        if ((from == null) != (to == null)) {
            throw Problem.invalid(
                    from == null ? "quietFrom" : "quietTo",
                    "Quiet hours have a begin and an end. Give both, or leave both out for none.");
        }
        if (from != null && from.equals(to)) {
            throw Problem.invalid(
                    "quietTo", "Quiet hours that end when they begin are none. Give another end, or leave both out.");
        }
        return new OwnTerms(
                new SendTerms(
                        from,
                        to,
                        Boolean.TRUE.equals(utilityNeedsConsent),
                        Boolean.TRUE.equals(yellowHoldsMarketing),
                        margin()),
                zone(from != null));
    }

    private int margin() {
        int minutes = marginMinutes == null ? 0 : marginMinutes;
        if (minutes < 0) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "policy-loosened",
                            "Terms can only be stricter",
                            "A margin below 0 would send after the 24-hour window of WhatsApp's messaging policy. Terms"
                                    + " only tighten the platform's rules: give 0 to " + SendTerms.LONGEST_MARGIN + ".")
                    .with("field", "marginMinutes")
                    .with("rule", "send.window");
        }
        if (minutes > SendTerms.LONGEST_MARGIN) {
            throw Problem.invalid(
                            "marginMinutes",
                            "A margin has 0 to " + SendTerms.LONGEST_MARGIN + " minutes: a longer one would hold what"
                                    + " customers still wait for.")
                    .with("most", SendTerms.LONGEST_MARGIN);
        }
        return minutes;
    }

    private ZoneId zone(boolean needed) {
        if (zone == null || zone.isBlank()) {
            if (needed) {
                throw Problem.invalid("zone", "Quiet hours are by a clock. Give its 'zone', such as Europe/Madrid.");
            }
            return ZoneOffset.UTC;
        }
        if (zone.equals(ZoneOffset.UTC.getId())) {
            return ZoneOffset.UTC;
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.invalid("zone", "This is no time zone. Give one by its place, such as Europe/Madrid.");
        }
        return ZoneId.of(zone);
    }

    private static @Nullable LocalTime time(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(text.strip(), TIME).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException none) {
            throw Problem.invalid(field, "This is no time of day. Write hours and minutes, such as 22:00.");
        }
    }
}
