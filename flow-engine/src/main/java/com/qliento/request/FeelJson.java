package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** JSON as values that expressions know: contexts, lists, texts, numbers, booleans and null. */
final class FeelJson {

    private FeelJson() {}

    static @Nullable Object value(JsonNode json) {
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
}
