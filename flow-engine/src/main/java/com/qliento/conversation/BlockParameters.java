package com.qliento.conversation;

import com.qliento.block.AnswerSettings;
import com.qliento.block.Block;
import com.qliento.block.Parameter;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.TextTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the author filled in for one element, with the block's defaults for what was left open. */
public record BlockParameters(Block block, String element, Map<String, String> values, Expressions expressions) {

    /** The value as written; empty when it is left open and has no default. */
    public String text(String name) {
        var value = values.get(name);
        if (value != null && !value.isBlank()) {
            return value;
        }
        return Objects.requireNonNullElse(
                block.parameter(name).map(Parameter::defaultValue).orElse(null), "");
    }

    /** The value as a text with FEEL in it; null when it is left open. */
    @Nullable
    public TextTemplate template(String name) {
        var value = text(name);
        return value.isEmpty() ? null : TextTemplate.compile(expressions, value);
    }

    /** The value as a text that is there. */
    public TextTemplate requiredTemplate(String name) {
        return TextTemplate.compile(expressions, text(name));
    }

    /** Another text of this block, such as a row of a list. */
    public TextTemplate compile(String text) {
        return TextTemplate.compile(expressions, text);
    }

    /** The value as an expression; null when it is left open. */
    @Nullable
    public Expression expression(String name) {
        var value = text(name);
        return value.isEmpty() ? null : expressions.compile(value);
    }

    /** The same, of a block that keeps what it comes to under this name. */
    public BlockParameters keptAs(String name) {
        var others = new HashMap<>(values);
        others.put(AnswerSettings.NAME.name(), name);
        return new BlockParameters(block, element, others, expressions);
    }

    public int number(String name) {
        return Integer.parseInt(text(name).strip());
    }
}
