package com.qliento.ui.tryout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.regex.Pattern;

/** A text with WhatsApp's own marks: *bold*, _italic_, ~struck~ and ```fixed```. Never HTML. */
final class TryText extends Div {

    private static final Pattern MARKED = Pattern.compile(
            "```([^`]++)```|(?<![\\p{L}\\p{N}])([*_~])(?!\\s)([^*_~\\n]++)(?<!\\s)\\2(?![\\p{L}\\p{N}])");
    private static final Map<String, String> TAGS = Map.of("*", "strong", "_", "em", "~", "s");

    TryText(String text) {
        addClassName("q-try-text");
        var mark = MARKED.matcher(text);
        int done = 0;
        while (mark.find()) {
            plain(text.substring(done, mark.start()));
            var fixed = mark.group(1) != null;
            var piece = new Element(fixed ? "code" : TAGS.getOrDefault(mark.group(2), "span"));
            piece.setText(fixed ? mark.group(1) : mark.group(3));
            getElement().appendChild(piece);
            done = mark.end();
        }
        plain(text.substring(done));
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            getElement().appendChild(Element.createText(text));
        }
    }
}
