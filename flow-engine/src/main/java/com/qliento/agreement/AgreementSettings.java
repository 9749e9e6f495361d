package com.qliento.agreement;

import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.consent.ConsentStatement.Shown;
import com.qliento.consent.Purpose;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the blocks about consent have in common. */
final class AgreementSettings {

    /** Every purpose that takes, or may be ended by, what somebody says. */
    private static final String ALL = "all";

    /** For what. */
    static final Parameter PURPOSE = Parameter.choice(
            "agreeTo",
            Purpose.MARKETING.code(),
            Stream.of(Purpose.values())
                    .filter(purpose -> purpose != Purpose.SERVICE)
                    .map(Purpose::code)
                    .toArray(String[]::new));

    /** The same, or all at once. */
    static final Parameter PURPOSE_OR_ALL = Parameter.choice(
            "agreeTo",
            Purpose.MARKETING.code(),
            Stream.concat(PURPOSE.choices().stream(), Stream.of(ALL)).toArray(String[]::new));

    static final Parameter WORDING =
            Parameter.of("wording", ParameterKind.TEXT).needed().upTo(MessageLimits.INTERACTIVE_BODY);
    static final Parameter NOTICE = Parameter.of("notice", ParameterKind.LINE).upTo(100);
    static final Parameter VERSION =
            Parameter.of("noticeVersion", ParameterKind.LINE).upTo(40);
    static final Parameter DAYS = Parameter.number("days", 0, 0, 3650);

    private AgreementSettings() {}

    static Set<Purpose> purposes(BlockParameters parameters) {
        var chosen = parameters.text(PURPOSE.name()).strip();
        if (chosen.equals(ALL)) {
            return EnumSet.complementOf(EnumSet.of(Purpose.SERVICE));
        }
        return EnumSet.of(Purpose.of(chosen).orElse(Purpose.MARKETING));
    }

    /** What is put before them, word for word. */
    static Shown shown(BlockParameters parameters, Step step, String wording) {
        return new Shown(
                wording, step.language(), line(parameters, NOTICE, step), line(parameters, VERSION, step), null);
    }

    private static @Nullable String line(BlockParameters parameters, Parameter parameter, Step step) {
        var template = parameters.template(parameter.name());
        var text = template == null ? "" : template.render(step.values()).strip();
        return text.isEmpty() ? null : text;
    }

    /** Until when a consent of now is for; null for ever. */
    static @Nullable Instant until(BlockParameters parameters, Instant now) {
        int days = parameters.number(DAYS.name());
        return days == 0 ? null : now.plus(Duration.ofDays(days));
    }
}
