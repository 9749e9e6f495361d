package com.qliento.ui.trigger;

import com.qliento.problem.Problem;
import com.qliento.ui.shell.Refusal;
import com.qliento.ui.shell.Told;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** Says what a trigger lacks: some fields are called as those of other forms, and mean something else. */
final class TriggerRefusal {

    private static final Set<String> OWN = Set.of(
            "name",
            "secret",
            "header",
            "phone",
            "reference",
            "values",
            "data",
            "channel",
            "answers",
            "perMinute",
            "body");

    private TriggerRefusal() {}

    static String words(Component speaker, Problem refused) {
        var field = String.valueOf(refused.more().get("field"));
        return refused.code().equals("invalid-field") && OWN.contains(field)
                ? speaker.getTranslation("triggers.bad." + field, refused.more().getOrDefault("most", ""))
                : Refusal.words(speaker, refused);
    }

    /** Does it, or says why not. */
    static void orTell(Component speaker, Runnable work) {
        try {
            work.run();
        } catch (Problem refused) {
            Told.refused(words(speaker, refused));
        }
    }
}
