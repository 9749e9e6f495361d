package com.qliento.ui.trigger;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qliento.problem.Problem;
import com.qliento.trigger.Mapping;
import com.qliento.trigger.Trigger;
import com.qliento.ui.shell.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the flow gets: for each of its inputs the field it comes from. The input that was entered last is the one that a
 * pressed field is given to; then comes the next that has none. What is chosen is kept at once.
 */
final class InputRows extends Div {

    /** Whom the flow is for, or by what it waits, stands among the inputs under a name that none of them can have. */
    private static final String WHOM = "";

    private final Map<String, TextField> rows = new LinkedHashMap<>();
    private final Div list = new Div();
    private final Paragraph hint = new Paragraph();
    private final TextField another = new TextField();
    /** Those that somebody named or gave a field to here: they stay when they have none any more. */
    private final Set<String> added = new LinkedHashSet<>();

    private final transient TriggerDesk desk;
    private final boolean mayChange;
    private transient Trigger trigger;
    private transient JsonNode tree = MissingNode.getInstance();
    private String chosen = WHOM;

    InputRows(TriggerDesk desk, Trigger trigger, boolean mayChange) {
        this.desk = desk;
        this.trigger = trigger;
        this.mayChange = mayChange;
        addClassNames("q-card", "q-inputs");
        list.addClassName("q-input-rows");
        hint.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("triggers.inputs")), hint, list);
        if (mayChange) {
            add(another());
        }
        draw();
        choose(first());
    }

    private Div another() {
        another.setLabel(getTranslation("triggers.inputs.another"));
        another.setHelperText(getTranslation("triggers.inputs.another.help"));
        another.getElement().setAttribute("autocomplete", "off");
        var add = new Button(getTranslation("triggers.inputs.add"), new Icon("plus"), click -> {
            var name = another.getValue().strip();
            if (!name.isEmpty()) {
                added.add(name);
                another.clear();
                draw();
                choose(name);
            }
        });
        var line = new Div(another, add);
        line.addClassName("q-input-add");
        return line;
    }

    /** Fields that are there already stay, with the focus that one of them may have. */
    private void draw() {
        var takes = desk.takes(trigger.flowKey());
        var mapping = trigger.mapping();
        var wanted = new LinkedHashMap<String, @Nullable String>();
        if (trigger.tells()) {
            wanted.put(WHOM, mapping.reference());
        } else if (!takes.aboutNobody() || mapping.phone() != null) {
            wanted.put(WHOM, mapping.phone());
        }
        takes.inputs()
                .forEach(input -> wanted.put(input.name(), mapping.values().get(input.name())));
        wanted.putAll(mapping.values());
        added.forEach(name -> wanted.put(name, mapping.values().get(name)));
        if (!rows.keySet().equals(wanted.keySet())) {
            rows.clear();
            list.removeAll();
            wanted.keySet().forEach(this::row);
        }
        takes.inputs().forEach(input -> {
            var field = rows.get(input.name());
            if (field != null && !input.needed()) {
                field.setPlaceholder(getTranslation("triggers.inputs.may"));
            }
        });
        rows.forEach((name, field) -> {
            var at = wanted.get(name);
            field.setInvalid(false);
            field.setValue(at == null ? "" : at);
        });
        show(tree);
    }

    private void row(String name) {
        var field = new TextField(label(name));
        field.setPlaceholder(getTranslation("triggers.inputs.none"));
        field.setWidthFull();
        field.setReadOnly(!mayChange);
        field.setClearButtonVisible(mayChange && !name.equals(WHOM));
        field.getElement().setAttribute("autocomplete", "off").setAttribute("spellcheck", "false");
        field.addFocusListener(focus -> choose(name));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                give(name, change.getValue().strip());
            }
        });
        rows.put(name, field);
        list.add(field);
    }

    private String label(String name) {
        if (name.equals(WHOM)) {
            return getTranslation(trigger.tells() ? "triggers.inputs.reference" : "triggers.inputs.phone");
        }
        return name;
    }

    /** The first that has no field; the first of all when each has one. */
    private String first() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(rows.isEmpty() ? WHOM : rows.keySet().iterator().next());
    }

    private void choose(String name) {
        chosen = name;
        rows.forEach((one, field) -> field.setClassName("q-input-chosen", mayChange && one.equals(name)));
        hint.setText(
                rows.isEmpty()
                        ? getTranslation("triggers.inputs.nothing")
                        : mayChange
                                ? getTranslation("triggers.inputs.hint", label(name))
                                : getTranslation("triggers.inputs.seen"));
    }

    /** Gives the field at this pointer to the input that is chosen. */
    void take(String pointer) {
        if (rows.containsKey(chosen) && give(chosen, pointer)) {
            choose(first());
        }
    }

    private boolean give(String name, String pointer) {
        try {
            var now = desk.triggers().get(desk.actor(), trigger.id());
            trigger = desk.triggers().change(desk.actor(), now.id(), now.mapped(mapped(now.mapping(), name, pointer)));
            if (!name.equals(WHOM)) {
                added.add(name);
            }
            draw();
            choose(name);
            return true;
        } catch (Problem refused) {
            var field = rows.get(name);
            if (field != null) {
                field.setErrorMessage(TriggerRefusal.words(this, refused));
                field.setInvalid(true);
            }
            return false;
        }
    }

    /** Only of a flow about nobody the number may be left out. */
    private Mapping mapped(Mapping mapping, String name, String pointer) {
        if (name.equals(WHOM) && trigger.tells()) {
            return mapping.withReference(pointer);
        }
        if (name.equals(WHOM)) {
            boolean none = pointer.isEmpty() && desk.takes(trigger.flowKey()).aboutNobody();
            return mapping.withPhone(none ? null : pointer);
        }
        return mapping.with(name, pointer.isEmpty() ? null : pointer);
    }

    /** Shows what each input would be of this sample. */
    void show(JsonNode sample) {
        this.tree = sample;
        rows.forEach((name, field) -> field.setHelperText(help(field.getValue())));
    }

    private String help(String pointer) {
        if (pointer.isEmpty() || tree.isMissingNode() || !pointer.startsWith("/")) {
            return "";
        }
        var value = tree.at(JsonPointer.compile(pointer));
        return value.isMissingNode() || value.isNull()
                ? getTranslation("triggers.inputs.missing")
                : "= " + FieldTree.shortened(value);
    }

    /** Shows the trigger as it is now. */
    void show(Trigger now) {
        if (!now.equals(trigger)) {
            if (now.tells() != trigger.tells()) {
                rows.clear();
                list.removeAll();
            }
            trigger = now;
            draw();
            choose(rows.containsKey(chosen) ? chosen : first());
        }
    }
}
