package com.qliento.conversation.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.rules.feel.KeptValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer in words, and words as an answer of the same type: a text as it is, a number in digits, a date or time as ISO
 * 8601 has it, a list or a structure as JSON in the form of {@link KeptValue}.
 */
final class AnswerWords {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,34}(\\.\\d{1,34})?");
    private static final String TYPE = "@";
    private static final String VALUE = "value";

    private AnswerWords() {}

    static String of(Object value) {
        var written = KeptValue.written(value);
        if (written instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (written instanceof String || written instanceof Boolean) {
            return written.toString();
        }
        return simple(written).orElseGet(() -> json(written));
    }

    /** Of a date, a time or a duration, its text. */
    private static Optional<String> simple(@Nullable Object written) {
        return written instanceof Map<?, ?> typed && typed.get(VALUE) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String json(@Nullable Object written) {
        try {
            return JSON.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a kept value can be written", impossible);
        }
    }

    /** The value that these words are, if it is of the type that this one has. */
    static Optional<Object> like(Object value, String words) {
        var written = KeptValue.written(value);
        if (written instanceof String) {
            return Optional.of(words);
        }
        if (written instanceof Boolean) {
            return words.equals("true") || words.equals("false")
                    ? Optional.of(Boolean.valueOf(words))
                    : Optional.empty();
        }
        if (written instanceof BigDecimal) {
            return NUMBER.matcher(words).matches() ? Optional.of(new BigDecimal(words)) : Optional.empty();
        }
        try {
            return Optional.ofNullable(KeptValue.read(form(written, words)));
        } catch (JsonProcessingException | IllegalArgumentException | ClassCastException another) {
            return Optional.empty();
        }
    }

    private static Object form(@Nullable Object written, String words) throws JsonProcessingException {
        if (simple(written).isPresent()) {
            var typed = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) Objects.requireNonNull(written))
                    .forEach((name, part) -> typed.put(String.valueOf(name), part));
            typed.put(VALUE, words);
            return typed;
        }
        var read = JSON.readValue(words, Object.class);
        if (!type(read).equals(type(written))) {
            throw new IllegalArgumentException("of another type");
        }
        return read;
    }

    private static String type(@Nullable Object written) {
        if (written instanceof List) {
            return "list";
        }
        return written instanceof Map<?, ?> typed ? String.valueOf(typed.get(TYPE)) : "";
    }
}
