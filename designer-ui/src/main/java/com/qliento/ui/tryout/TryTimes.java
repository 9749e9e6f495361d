package com.qliento.ui.tryout;

import com.vaadin.flow.component.Component;
import java.time.Duration;

/** Says how long something takes. */
final class TryTimes {

    private TryTimes() {}

    /** Its two largest parts: "1 d 2 h". */
    static String said(Duration duration, Component speaker) {
        if (duration.toDays() > 0) {
            return joined(
                    speaker,
                    "try.days",
                    duration.toDays(),
                    duration.toHoursPart() == 0 ? "" : "try.hours",
                    duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return joined(
                    speaker,
                    "try.hours",
                    duration.toHours(),
                    duration.toMinutesPart() == 0 ? "" : "try.minutes",
                    duration.toMinutesPart());
        }
        return joined(
                speaker,
                duration.toMinutes() > 0 ? "try.minutes" : "try.seconds",
                duration.toMinutes() > 0 ? duration.toMinutes() : duration.toSeconds(),
                duration.toMinutes() == 0 || duration.toSecondsPart() == 0 ? "" : "try.seconds",
                duration.toSecondsPart());
    }

    private static String joined(Component speaker, String first, long one, String second, long two) {
        var text = speaker.getTranslation(first, one);
        return second.isEmpty() ? text : text + " " + speaker.getTranslation(second, two);
    }
}
