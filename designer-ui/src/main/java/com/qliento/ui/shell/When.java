package com.qliento.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A time as people say it, with the exact one on hover. */
public final class When extends Span {

    /** "3 min ago"; as of now, in the person's zone. */
    public When(Instant time, Instant now, ZoneId zone) {
        setText(said(Duration.between(time, now)));
        var exact = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(time.atZone(zone));
        getElement().setAttribute("title", exact);
    }

    private String said(Duration ago) {
        if (ago.toMinutes() < 1) {
            return getTranslation("time.now");
        }
        if (ago.toHours() < 1) {
            return getTranslation("time.minutes", ago.toMinutes());
        }
        return ago.toDays() < 1
                ? getTranslation("time.hours", ago.toHours())
                : getTranslation("time.days", ago.toDays());
    }
}
