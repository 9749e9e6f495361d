package com.qliento.ui.schedule;

import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** Says what a schedule lacks: some fields are called as those of other forms, and mean something else. */
final class ScheduleRefusal {

    private static final Set<String> OWN = Set.of("cron", "at", "time", "days", "phone", "channel", "values", "name");

    private ScheduleRefusal() {}

    static String words(Component speaker, Problem refused) {
        var field = String.valueOf(refused.more().get("field"));
        if (!refused.code().equals("invalid-field") || !OWN.contains(field)) {
            return Refusal.words(speaker, refused);
        }
        var why = refused.more().get("why");
        return speaker.getTranslation("schedules.bad." + field + (why == null ? "" : "." + why));
    }
}
