package com.qliento.ui.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came, drawn as its fields: who presses one gives it away by its JSON Pointer. Draws so many fields and no more. */
final class FieldTree extends Div {

    private static final int MOST_FIELDS = 300;
    private static final int LONGEST = 60;

    private final @Nullable SerializableConsumer<String> pressed;
    private int left = MOST_FIELDS;

    /** @param pressed does this with the pointer of a field; null for those who only look */
    FieldTree(JsonNode tree, @Nullable SerializableConsumer<String> pressed) {
        this.pressed = pressed;
        addClassName("q-sent-fields");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("triggers.fields"));
        var list = new UnorderedList();
        tree.properties().stream()
                .filter(part -> part.getKey().equals("body") || !part.getValue().isEmpty())
                .forEach(part -> list.add(item(part.getKey(), "/" + part.getKey(), part.getValue())));
        add(list);
        if (left < 0) {
            add(new Paragraph(getTranslation("triggers.fields.more", MOST_FIELDS)));
        }
    }

    private ListItem item(String name, String pointer, JsonNode value) {
        var item = new ListItem(field(name, pointer, value));
        if (value.isContainerNode() && !value.isEmpty()) {
            var list = new UnorderedList();
            if (value.isArray()) {
                for (int i = 0; i < value.size() && room(); i++) {
                    list.add(item(Integer.toString(i), pointer + "/" + i, value.get(i)));
                }
            } else {
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    if (!room()) {
                        break;
                    }
                    var at = pointer + "/" + escaped(field.getKey());
                    list.add(item(field.getKey(), at, field.getValue()));
                }
            }
            item.add(list);
        }
        return item;
    }

    private boolean room() {
        return left-- > 0;
    }

    /** As RFC 6901 writes a name. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private Component field(String name, String pointer, JsonNode value) {
        var said = new Span(name.isEmpty() ? "\"\"" : name);
        said.addClassName("q-field-name");
        var shown = new Span(shown(value));
        shown.addClassName("q-field-value");
        if (pressed == null) {
            return new Div(said, shown);
        }
        var button = new NativeButton("", click -> pressed.accept(pointer));
        button.add(said, shown);
        button.getElement().setAttribute("title", pointer);
        return button;
    }

    private String shown(JsonNode value) {
        if (value.isArray()) {
            return getTranslation("triggers.fields.list", value.size());
        }
        if (value.isObject()) {
            return getTranslation("triggers.fields.object", value.size());
        }
        return shortened(value);
    }

    /** A value in a few characters. */
    static String shortened(JsonNode value) {
        var text = value.isTextual() ? value.asText() : value.toString();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
