package com.qliento.ui.register;

import com.qliento.register.Register.Activity;
import com.qliento.register.Register.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;

/** What is kept, why, on what ground and until when. */
final class ActivityTable extends PaperTable {

    ActivityTable(Component speaker, List<Activity> activities) {
        super(
                speaker.getTranslation("register.activities"),
                speaker.getTranslation("register.column.purpose"),
                speaker.getTranslation("register.column.basis"),
                speaker.getTranslation("register.column.category"),
                speaker.getTranslation("register.column.period"));
        for (var activity : activities) {
            boolean first = true;
            for (Kind kind : activity.kinds()) {
                row(
                        new Span(first ? activity.purpose().words() : ""),
                        new Span(first ? activity.basis().words() : ""),
                        lines(Stream.of(kind.category().words())),
                        new Span(kind.period()));
                first = false;
            }
        }
    }
}
