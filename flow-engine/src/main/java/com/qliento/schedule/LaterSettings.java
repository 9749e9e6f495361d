package com.qliento.schedule;

import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an author sets of a flow that begins later. The names stand in drawn flows and never change. */
final class LaterSettings {

    static final String AFTER = "after";
    static final String TOMORROW = "tomorrow";
    static final String AT = "at";

    static final Parameter FLOW = Parameter.of("flow", ParameterKind.FLOW).needed();
    static final Parameter WHEN = Parameter.choice("when", AFTER, AFTER, TOMORROW, AT);
    static final Parameter DURATION = Parameter.of("after", ParameterKind.DURATION);
    static final Parameter TIME = Parameter.of("time", ParameterKind.LINE).byDefault("09:00");
    static final Parameter FEEL = Parameter.of("at", ParameterKind.FEEL);
    static final Parameter VALUES = Parameter.of("values", ParameterKind.INPUTS);

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");

    private LaterSettings() {}

    /** Hours and minutes as people write them; empty for what is none. */
    static Optional<LocalTime> time(String text) {
        var clock = CLOCK.matcher(text.strip());
        try {
            return clock.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))))
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
