package com.qliento.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.call.FeelJson;
import com.qliento.rules.feel.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that somebody made up for expressions: text, and where JSON stands what is JSON. */
record Samples(Map<String, String> byExpression) implements FilledText.Values {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public @Nullable Object of(String written, Expression expression, boolean bare) {
        var text = byExpression.get(written);
        return text != null && bare ? read(text) : text;
    }

    private static @Nullable Object read(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isMissingNode() ? text : FeelJson.value(json);
        } catch (JsonProcessingException noJson) {
            return text;
        }
    }

    /** Not the values. */
    @Override
    public String toString() {
        return "Samples" + byExpression.keySet();
    }
}
