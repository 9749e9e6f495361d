package com.qliento.chat;

import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.connector.whatsapp.MessageLimits;
import com.qliento.rules.feel.TextTemplate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands above and below the text of a message with buttons or a list. */
record Frame(@Nullable TextTemplate header, @Nullable TextTemplate footer) {

    static final Frame NONE = new Frame(null, null);

    static final Parameter BODY =
            Parameter.of("text", ParameterKind.TEXT).needed().upTo(MessageLimits.INTERACTIVE_BODY);
    static final Parameter HEADER = Parameter.of("header", ParameterKind.LINE).upTo(MessageLimits.HEADER);
    static final Parameter FOOTER = Parameter.of("footer", ParameterKind.LINE).upTo(MessageLimits.FOOTER);

    /** What opens a list. */
    static final Parameter LIST_BUTTON = Parameter.of("button", ParameterKind.LINE)
            .byDefault("Choose")
            .upTo(MessageLimits.LIST_LABEL)
            .neverEmpty();

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
