package com.qliento.ui.tryout;

import com.qliento.tryout.TryState;
import com.qliento.tryout.Tryout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;

/** The clock of a try: stands still until it is moved. */
final class TryClock extends Div {

    private final Span time = new Span();
    private final Paragraph next = new Paragraph();
    private final Button toNext;
    private final ZoneId zone;

    TryClock(Consumer<TryPhone.Deed> does, ZoneId zone) {
        this.zone = zone;
        addClassName("q-try-tab");
        time.addClassName("q-try-clock");
        toNext = new Button(getTranslation("try.clock.next"), click -> does.accept(Tryout::skipToNextTimer));
        var skips = new Div(
                skip(does, Duration.ofHours(1)),
                skip(does, Duration.ofHours(2)),
                skip(does, Duration.ofDays(1)),
                toNext);
        skips.addClassName("q-try-skips");
        var help = new Paragraph(getTranslation("try.clock.help"));
        help.addClassName("q-try-help");
        add(time, next, skips, help);
    }

    private Button skip(Consumer<TryPhone.Deed> does, Duration duration) {
        var button = new Button("+ " + TryTimes.said(duration, this), click -> does.accept(one -> one.skip(duration)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("try.clock.skip", TryTimes.said(duration, this)));
        toNext.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    void show(Tryout tryout, TryState state) {
        time.setText(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(state.now().atZone(zone)));
        var timer = state.next();
        toNext.setEnabled(timer != null);
        if (timer == null) {
            next.setText(getTranslation("try.clock.none"));
        } else {
            var in = TryTimes.said(timer.in(), this);
            next.setText(
                    timer.element() == null
                            ? getTranslation("try.clock.in", in)
                            : getTranslation("try.clock.of", tryout.called(timer.element(), getLocale()), in));
        }
    }
}
