package com.qliento.ui.register;

import com.qliento.register.Register.Activity;
import com.qliento.register.Register.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;

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
            rows(
                    List.of(
                            new Span(activity.purpose().words()),
                            new Span(activity.basis().words())),
                    activity.kinds().stream().map(ActivityTable::cells).toList());
        }
    }

    private static List<Component> cells(Kind kind) {
        return List.of(new Span(kind.category().words()), new Span(kind.period()));
    }
}
