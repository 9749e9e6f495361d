package com.qliento.policy;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rules.policy.SendLimits;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link SendLimits} as somebody writes them; what is left out is as the platform has it.
 *
 * @param zone of the organisation, such as {@code Europe/Madrid}; needed when there are quiet hours, else UTC when left out
 * @param quietFrom {@code 22:00}
 * @param quietTo the same; both or none
 * @param marginMinutes 0 to {@value SendLimits#LONGEST_MARGIN}
 */
public record WrittenSendLimits(
        @Nullable String zone,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable Boolean utilityNeedsConsent,
        @Nullable Boolean yellowHoldsMarketing,
        @Nullable Integer marginMinutes) {

    private static final ProblemType POLICY_LOOSENED =
            new ProblemType(ProblemKind.INVALID, "policy-loosened", "Terms can only be stricter");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static WrittenSendLimits of(ZonedSendLimits zoned) {
        SendLimits limits = zoned.limits();
        return new WrittenSendLimits(
                zoned.zone().getId(),
                limits.quietFrom() == null ? null : TIME.format(limits.quietFrom()),
                limits.quietTo() == null ? null : TIME.format(limits.quietTo()),
                limits.utilityNeedsConsent(),
                limits.yellowHoldsMarketing(),
                limits.marginMinutes());
    }

    /** The limits; throws {@link Problem} when one can't be used, or would loosen what the platform has to keep to. */
    ZonedSendLimits limits() {
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
        return new ZonedSendLimits(
                new SendLimits(
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
            throw POLICY_LOOSENED
                    .because(
                            "A margin below 0 would send after the 24-hour window of WhatsApp's messaging policy. Terms"
                                    + " only tighten the platform's rules: give 0 to " + SendLimits.LONGEST_MARGIN
                                    + ".")
                    .with("field", "marginMinutes")
                    .with("rule", "send.window");
        }
        if (minutes > SendLimits.LONGEST_MARGIN) {
            throw Problem.invalid(
                            "marginMinutes",
                            "A margin has 0 to " + SendLimits.LONGEST_MARGIN + " minutes: a longer one would hold what"
                                    + " customers still wait for.")
                    .with("most", SendLimits.LONGEST_MARGIN);
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
