package com.qliento.chat;

import com.qliento.rules.feel.TextTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above and below the text of a message with buttons or a list. */
record Frame(@Nullable TextTemplate header, @Nullable TextTemplate footer) {

    static final Frame NONE = new Frame(null, null);

    @Nullable
    String header(Map<String, Object> values) {
        return rendered(header, values);
    }

    @Nullable
    String footer(Map<String, Object> values) {
        return rendered(footer, values);
    }

    private static @Nullable String rendered(@Nullable TextTemplate template, Map<String, Object> values) {
        if (template == null) {
            return null;
        }
        var text = template.render(values);
        return text.isBlank() ? null : text;
    }
}
