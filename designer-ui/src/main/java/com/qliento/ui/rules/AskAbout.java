package com.qliento.ui.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.block.Names;
import com.qliento.flow.KnownValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks what a new column of a table asks about: an answer of a flow, something known of the contact, or a new name. */
final class AskAbout extends Dialog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100;
    private static final List<String> TYPES = List.of(
            "string", "number", "boolean", "date", "time", "dateTime", "dayTimeDuration", "yearMonthDuration", "Any");

    private final DecisionCanvas canvas;
    private final ComboBox<KnownValue> about = new ComboBox<>();
    private final TextField heading = new TextField();
    private final Select<String> type = new Select<>();
    private final TextArea only = new TextArea();
    private final Button add = new Button();

    AskAbout(DecisionCanvas canvas, List<KnownValue> known) {
        this.canvas = canvas;
        setHeaderTitle(getTranslation("rules.column"));
        setWidth("min(520px, 96vw)");
        about(known);
        heading.setLabel(getTranslation("rules.column.heading"));
        heading.setMaxLength(LONGEST);
        heading.setWidthFull();
        type.setLabel(getTranslation("rules.column.type"));
        type.setItems(TYPES);
        type.setItemLabelGenerator(one -> getTranslation("rules.column.type." + one));
        type.setValue("string");
        type.setWidthFull();
        type.addValueChangeListener(change -> only.setVisible(choosable(change.getValue())));
        only.setLabel(getTranslation("rules.column.only"));
        only.setHelperText(getTranslation("rules.column.only.help"));
        only.setMaxLength(2_000);
        only.setWidthFull();
        add.setText(getTranslation("rules.column.add"));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setEnabled(false);
        add.addClickListener(click -> add());
        add(about, heading, type, only);
        getFooter().add(new Button(getTranslation("editor.cancel"), click -> close()), add);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                about.focus();
            }
        });
    }

    private void about(List<KnownValue> known) {
        var offered = new ArrayList<KnownValue>(known);
        about.setLabel(getTranslation("rules.column.about"));
        about.setHelperText(getTranslation("rules.column.about.help"));
        about.setItems(offered);
        about.setItemLabelGenerator(this::said);
        about.setAllowCustomValue(true);
        about.setWidthFull();
        about.addCustomValueSetListener(typed -> {
            var name = typed.getDetail().strip();
            var own = new KnownValue(name, "", false, List.of());
            offered.add(own);
            about.setItems(offered);
            about.setValue(own);
        });
        about.addValueChangeListener(change -> chosen(change.getValue()));
    }

    private String said(KnownValue value) {
        if (value.expression().startsWith(Names.CONTACT + ".")) {
            return getTranslation("rules.column." + value.expression());
        }
        return value.flow().isEmpty()
                ? value.expression()
                : getTranslation("rules.column.answer", value.expression(), value.flow());
    }

    private void chosen(KnownValue value) {
        boolean usable = value != null && usable(value.expression());
        about.setInvalid(value != null && !usable);
        about.setErrorMessage(getTranslation("rules.column.about.wrong"));
        add.setEnabled(usable);
        if (!usable) {
            return;
        }
        heading.setPlaceholder(value.expression());
        if (value.text()) {
            type.setValue("string");
        }
        only.setValue(String.join("\n", value.values()));
    }

    /** A name as FEEL reads it, with spaces inside of it, or a path of names. */
    private static boolean usable(String name) {
        return name.length() <= LONGEST && name.matches("[\\p{L}_][\\p{L}\\p{N}_]*([ .][\\p{L}\\p{N}_]+)*");
    }

    /** Those of whose values a person can write a list. */
    private static boolean choosable(String type) {
        return "string".equals(type) || "number".equals(type);
    }

    private void add() {
        var value = Objects.requireNonNull(about.getValue());
        var expression = value.expression();
        boolean path = expression.indexOf('.') > 0;
        var wish = JSON.createObjectNode()
                .put("expression", expression)
                .put("input", path ? expression.substring(0, expression.indexOf('.')) : expression)
                .put("label", heading.getValue().strip())
                .put("type", type.getValue());
        if (!path) {
            wish.put("inputType", type.getValue());
        }
        var values = wish.putArray("values");
        if (choosable(type.getValue())) {
            only.getValue()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .forEach(line -> values.add("string".equals(type.getValue()) ? FeelText.quoted(line) : line));
        }
        canvas.addInput(wish.toString());
        close();
    }
}
