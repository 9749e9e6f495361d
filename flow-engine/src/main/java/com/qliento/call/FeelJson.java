package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.rules.feel.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as values that expressions know: contexts, lists, texts, numbers, booleans and null; and back. */
public final class FeelJson {

    private FeelJson() {}

    /** The value that this is. */
    public static @Nullable Object value(JsonNode json) {
        if (json.isObject()) {
            var context = new LinkedHashMap<String, @Nullable Object>();
            json.properties().forEach(part -> context.put(part.getKey(), value(part.getValue())));
            return Collections.unmodifiableMap(context);
        }
        if (json.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            json.forEach(part -> list.add(value(part)));
            return Collections.unmodifiableList(list);
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isTextual() ? json.textValue() : null;
    }

    /** A value of FEEL as one of JSON; what JSON has no form for is the text that FEEL writes. */
    public static JsonNode json(@Nullable Object value) {
        var made = JsonNodeFactory.instance;
        if (value == null) {
            return made.nullNode();
        }
        if (value instanceof Boolean truth) {
            return made.booleanNode(truth);
        }
        if (value instanceof Number) {
            return made.numberNode(new BigDecimal(value.toString()));
        }
        if (value instanceof Collection<?> list) {
            var array = made.arrayNode();
            list.forEach(each -> array.add(json(each)));
            return array;
        }
        if (value instanceof Map<?, ?> context) {
            var object = made.objectNode();
            context.forEach((name, each) -> object.set(String.valueOf(name), json(each)));
            return object;
        }
        return made.textNode(ValueText.exact(value));
    }
}
