package com.qliento.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Messages of today beside those of yesterday by this time. */
final class TodayCard extends Div {

    private long today = -1;
    private long yesterday = -1;

    TodayCard(MessagesToday.Count count) {
        addClassName("q-card");
        show(count);
    }

    /** Shows the numbers as they are now. */
    void show(MessagesToday.Count count) {
        if (count.today() == today && count.yesterday() == yesterday) {
            return;
        }
        today = count.today();
        yesterday = count.yesterday();
        removeAll();
        var number = new Span(String.format(getLocale(), "%,d", count.today()));
        number.addClassName("q-number");
        var compared = new Span(compared(count.today(), count.yesterday()));
        compared.addClassName("q-quiet");
        long most = Math.max(1, Math.max(count.today(), count.yesterday()));
        add(
                new H2(getTranslation("home.today")),
                number,
                compared,
                bar("lib.home.today", count.today(), most, "now"),
                bar("lib.home.yesterday", count.yesterday(), most, "before"));
    }

    private String compared(long today, long yesterday) {
        if (today == yesterday) {
            return getTranslation("lib.home.same");
        }
        return today > yesterday
                ? getTranslation("lib.home.more", today - yesterday)
                : getTranslation("lib.home.fewer", yesterday - today);
    }

    private Component bar(String words, long count, long most, String kind) {
        var fill = new Div();
        fill.addClassName(kind);
        fill.getStyle().setWidth(String.format(Locale.ROOT, "%d%%", 100 * count / most));
        var rail = new Div(fill);
        rail.addClassName("q-bar-rail");
        rail.getElement().setAttribute("aria-hidden", "true");
        var value = new Span(String.format(getLocale(), "%,d", count));
        value.addClassName("q-bar-value");
        var bar = new Div(new Span(getTranslation(words)), rail, value);
        bar.addClassName("q-bar");
        return bar;
    }
}
