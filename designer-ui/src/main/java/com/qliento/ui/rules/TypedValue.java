package com.qliento.ui.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.rules.decision.DecisionInput;
import com.qliento.rules.feel.ValueText;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field for one input of a decision, of its type; left empty, the value is not known. */
final class TypedValue implements Serializable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern ONLY_TEXTS = Pattern.compile("\\s*" + TEXT + "(\\s*,\\s*" + TEXT + ")*\\s*");

    private final transient DecisionInput input;
    private final HasValue<?, String> field;

    /** What was typed is not of the input's type. */
    static final class Unreadable extends RuntimeException {

        private final String name;

        Unreadable(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    TypedValue(DecisionInput input, UnaryOperator<String> say) {
        this.input = input;
        List<String> choices = choices(input);
        if (choices.isEmpty()) {
            var text = new TextField(input.name());
            text.setHelperText(say.apply(
                    "rules.type." + (input.list() ? "list" : input.type().replace(' ', '-'))));
            text.setValueChangeMode(ValueChangeMode.EAGER);
            text.setWidthFull();
            this.field = text;
        } else {
            var choice = new ComboBox<String>(input.name(), choices);
            choice.setAllowCustomValue(true);
            choice.addCustomValueSetListener(typed -> choice.setValue(typed.getDetail()));
            choice.setClearButtonVisible(true);
            choice.setWidthFull();
            this.field = choice;
        }
    }

    private static List<String> choices(DecisionInput input) {
        if (input.type().equals("boolean") && !input.list()) {
            return List.of("true", "false");
        }
        var texts = String.join(",", input.allowed());
        return input.type().equals("string") && ONLY_TEXTS.matcher(texts).matches()
                ? TEXT.matcher(texts).results().map(text -> text.group(1)).toList()
                : List.of();
    }

    Component component() {
        return (Component) (AbstractField<?, ?>) field;
    }

    /** Puts what was typed here into a field that takes its place. */
    void carryTo(TypedValue other) {
        if (field.getValue() != null) {
            other.field.setValue(field.getValue());
        }
    }

    /** Null when nothing was typed; throws {@link Unreadable}. */
    @Nullable
    Object value() {
        String typed = field.getValue();
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            if (input.list() || input.type().equals("context")) {
                return JSON.readValue(typed, Object.class);
            }
            return switch (input.type()) {
                case "number" -> new BigDecimal(typed.strip().replace(',', '.'));
                case "boolean" -> Boolean.valueOf(typed.strip());
                default -> typed;
            };
        } catch (JsonProcessingException | NumberFormatException unreadable) {
            throw new Unreadable(input.name());
        }
    }

    /** A decided value in words. */
    static String said(@Nullable Object value, String nothing) {
        if (value == null) {
            return nothing;
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> part.getKey() + ": " + said(part.getValue(), nothing))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> said(one, nothing)).collect(Collectors.joining(", "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : ValueText.shown(value);
    }
}
