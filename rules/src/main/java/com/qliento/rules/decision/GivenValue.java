package com.qliento.rules.decision;

import com.qliento.rules.feel.FeelValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DateFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.TimeFunction;

/** Turns what a caller gives into what a model asks for: numbers of any kind, dates and durations written as texts. */
final class GivenValue {

    private final String name;
    private final DecisionProblems problems;

    GivenValue(String name, DecisionProblems problems) {
        this.name = name;
        this.problems = problems;
    }

    @Nullable
    Object as(DMNType type, @Nullable Object given) {
        Object value = converted(type, given);
        if (value != null && !type.isAssignableValue(value)) {
            String expected = (type.isCollection() ? "list of " : "") + DecisionInput.typeOf(type);
            problems.add(DecisionProblem.error(
                    type.getAllowedValues().isEmpty() ? "input-type" : "input-value",
                    DecisionPlace.MODEL,
                    name,
                    expected));
        }
        return value;
    }

    private static @Nullable Object converted(DMNType type, @Nullable Object given) {
        if (given instanceof List<?> list) {
            var each = new ArrayList<@Nullable Object>(list.size());
            DMNType element = type.isCollection() && type.getBaseType() != null ? type.getBaseType() : type;
            list.forEach(one -> each.add(converted(element, one)));
            return each;
        }
        if (given instanceof Map<?, ?> map) {
            var parts = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> {
                DMNType part = type.getFields().get(String.valueOf(key));
                parts.put(String.valueOf(key), part == null ? FeelValue.of(value) : converted(part, value));
            });
            return parts;
        }
        return given instanceof String text ? ofText(DecisionInput.typeOf(type), text) : FeelValue.of(given);
    }

    private static Object ofText(String type, String text) {
        Object read =
                switch (type) {
                    case "date" -> DateFunction.INSTANCE.invoke(text).getOrElse(null);
                    case "time" -> TimeFunction.INSTANCE.invoke(text).getOrElse(null);
                    case "date and time" ->
                        DateAndTimeFunction.INSTANCE.invoke(text).getOrElse(null);
                    case "days and time duration", "years and months duration", "duration" ->
                        DurationFunction.INSTANCE.invoke(text).getOrElse(null);
                    default -> null;
                };
        return read == null ? text : read;
    }
}
