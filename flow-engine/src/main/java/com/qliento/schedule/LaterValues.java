package com.qliento.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.DecisionInputs;
import com.qliento.conversation.BlockParameters;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.ValueText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a flow hands along to one that begins later: by name, the FEEL that works it out. */
record LaterValues(Map<String, Expression> byName) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static LaterValues of(BlockParameters parameters) {
        var byName = new LinkedHashMap<String, Expression>();
        DecisionInputs.parse(parameters.text(LaterSettings.VALUES.name()))
                .forEach((name, feel) ->
                        byName.put(name, parameters.expressions().compile(feel)));
        return new LaterValues(byName);
    }

    /** As they are now; what has no value is left out. Dates, times and durations are texts as FEEL writes them. */
    ObjectNode with(Map<String, Object> values) {
        var all = JSON.objectNode();
        byName.forEach((name, expression) -> {
            var value = expression.evaluate(values);
            if (value != null) {
                all.set(name, json(value));
            }
        });
        return all;
    }

    private static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof BigDecimal number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Collection<?> list) {
            var array = JSON.arrayNode();
            list.forEach(one -> array.add(json(one)));
            return array;
        }
        if (value instanceof Map<?, ?> context) {
            var object = JSON.objectNode();
            context.forEach((key, one) -> object.set(String.valueOf(key), json(one)));
            return object;
        }
        return JSON.textNode(ValueText.exact(value));
    }
}
