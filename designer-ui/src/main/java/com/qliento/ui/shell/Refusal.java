package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Says a refusal of the engine in the language of who looks at the screen. */
public final class Refusal {

    private Refusal() {}

    /** In the language of this component; a refusal that no screen knows is said as the engine says it, in English. */
    public static String words(Component speaker, Problem refused) {
        return words(speaker::getTranslation, refused);
    }

    /** In this language, for who is answered apart from the screen. */
    public static String words(Component speaker, Locale language, Problem refused) {
        return words((key, values) -> speaker.getTranslation(language, key, values), refused);
    }

    static String words(BiFunction<String, Object[], String> say, Problem refused) {
        var more = refused.more();
        var code = "refused." + refused.code();
        var values = new Object[] {
            more.getOrDefault("most", ""), more.getOrDefault("now", 0), more.getOrDefault("missing", "")
        };
        for (var key : List.of(code + "." + more.getOrDefault("field", ""), code)) {
            var words = say.apply(key, values);
            if (!words.equals(key)) {
                return words;
            }
        }
        return String.valueOf(refused.getMessage());
    }
}
