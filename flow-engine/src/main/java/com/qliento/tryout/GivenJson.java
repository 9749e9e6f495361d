package com.qliento.tryout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.Names;
import com.qliento.block.StartInput;
import com.qliento.call.FeelJson;
import com.qliento.run.GivenValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What another system hands to a flow that it begins, written by whoever tries the flow: a JSON object in a message. */
final class GivenJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GivenJson() {}

    /**
     * By name, what a flow can keep that is given these; none of a text that is no JSON object. Throws
     * {@link com.qliento.problem.Problem} as {@link GivenValues} does when it needs more.
     */
    static Map<String, Object> values(List<StartInput> inputs, String text) {
        var values = new LinkedHashMap<String, Object>();
        GivenValues.of(inputs, object(text)).properties().forEach(field -> {
            var value = FeelJson.value(field.getValue());
            if (value != null && Names.usable(field.getKey())) {
                values.put(field.getKey(), value);
            }
        });
        return values;
    }

    private static ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException none) {
            return JSON.createObjectNode();
        }
    }
}
