package com.qliento.ui.conversation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as WhatsApp shows it: *bold*, _italic_, ~struck~, `code`, ```fixed```, lists, quotes and links. Everything is
 * set as text, never as HTML; a link leads to http and https only.
 */
final class ChatText extends Div {

    private static final Pattern FIXED = Pattern.compile("```(.+?)```", Pattern.DOTALL);
    private static final Pattern POINT = Pattern.compile("[*-] (.+)");
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})\\. (.+)");
    private static final Pattern QUOTE = Pattern.compile("> (.+)");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`"
            + "|(?<![\\p{L}\\p{N}])([*_~])(?![\\s*_~])((?:(?!\\2).)*?[^\\s])\\2(?![\\p{L}\\p{N}])"
            + "|(https?://[^\\s<>\"]+)");
    private static final Pattern AFTER_LINK = Pattern.compile("[.,;:!?)\\]}'*_~]+$");
    private static final Map<String, String> TAGS = Map.of("*", "strong", "_", "em", "~", "s");
    private static final int DEEPEST = 3;

    /** The text as it was written, with its marks. */
    ChatText(String text) {
        addClassName("q-chat-text");
        Matcher fixed = FIXED.matcher(text);
        int done = 0;
        while (fixed.find()) {
            lines(text.substring(done, fixed.start()));
            var code = new Element("code");
            code.setText(fixed.group(1));
            getElement().appendChild(new Element("pre").appendChild(code));
            done = fixed.end();
        }
        lines(text.substring(done));
    }

    private void lines(String text) {
        for (var line : text.split("\n", -1)) {
            var point = POINT.matcher(line);
            var numbered = NUMBERED.matcher(line);
            var quote = QUOTE.matcher(line);
            if (point.matches()) {
                item("ul", "", point.group(1));
            } else if (numbered.matches()) {
                item("ol", numbered.group(1), numbered.group(2));
            } else if (quote.matches()) {
                var said = new Element("blockquote");
                inline(said, quote.group(1), DEEPEST);
                getElement().appendChild(said);
            } else {
                line(line);
            }
        }
    }

    /** Lines that follow each other stand in one piece, so that a blank one between them stays. */
    private void line(String line) {
        var before = last("div");
        if (before != null) {
            before.appendChild(Element.createText("\n"));
            inline(before, line, DEEPEST);
        } else if (!line.isEmpty()) {
            var piece = new Element("div");
            inline(piece, line, DEEPEST);
            getElement().appendChild(piece);
        }
    }

    private void item(String tag, String number, String text) {
        var list = last(tag);
        if (list == null) {
            list = new Element(tag);
            if (!number.isEmpty()) {
                list.setAttribute("start", number);
            }
            getElement().appendChild(list);
        }
        var item = new Element("li");
        inline(item, text, DEEPEST);
        list.appendChild(item);
    }

    /** What was added last, if it is of this kind. */
    private @Nullable Element last(String tag) {
        int count = getElement().getChildCount();
        var last = count == 0 ? null : getElement().getChild(count - 1);
        return last != null && !last.isTextNode() && last.getTag().equals(tag) ? last : null;
    }

    private static void inline(Element into, String text, int depth) {
        Matcher mark = INLINE.matcher(text);
        int done = 0;
        while (depth > 0 && mark.find()) {
            plain(into, text.substring(done, mark.start()));
            done = mark.end();
            if (mark.group(1) != null) {
                into.appendChild(new Element("code").setText(mark.group(1)));
            } else if (mark.group(2) != null) {
                var piece = new Element(TAGS.getOrDefault(mark.group(2), "span"));
                inline(piece, mark.group(3), depth - 1);
                into.appendChild(piece);
            } else {
                link(into, mark.group(4));
            }
        }
        plain(into, text.substring(done));
    }

    private static void link(Element into, String found) {
        var after = AFTER_LINK.matcher(found);
        var address = after.find() ? found.substring(0, after.start()) : found;
        into.appendChild(new Element("a")
                .setAttribute("href", address)
                .setAttribute("target", "_blank")
                .setAttribute("rel", "noopener noreferrer nofollow")
                .setText(address));
        plain(into, found.substring(address.length()));
    }

    private static void plain(Element into, String text) {
        if (!text.isEmpty()) {
            into.appendChild(Element.createText(text));
        }
    }
}
