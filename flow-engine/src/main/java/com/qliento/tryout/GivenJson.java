package com.qliento.tryout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.block.Names;
import com.qliento.call.FeelJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What another system hands to a flow that it begins, written by whoever tries the flow: a JSON object in a message. */
final class GivenJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GivenJson() {}

    /** By name, what a flow can keep; none of a text that is no JSON object. */
    static Map<String, Object> values(String text) {
        var values = new LinkedHashMap<String, Object>();
        object(text).properties().forEach(field -> {
            var value = FeelJson.value(field.getValue());
            if (value != null && Names.usable(field.getKey())) {
                values.put(field.getKey(), value);
            }
        });
        return values;
    }

    private static JsonNode object(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.nullNode();
        }
    }
}
