package com.qliento.ruleset;

import com.qliento.problem.KeptText;
import com.qliento.rules.feel.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of decisions as JSON has them: dates, times, durations and ranges as FEEL writes them, in texts. */
final class PlainJson {

    private PlainJson() {}

    static Map<String, Object> of(Map<?, ?> values) {
        var plain = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> plain.put(KeptText.of(String.valueOf(name)), value(value)));
        return plain;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> parts) {
            return of(parts);
        }
        if (value instanceof List<?> list) {
            var each = new ArrayList<@Nullable Object>(list.size());
            list.forEach(element -> each.add(value(element)));
            return each;
        }
        if (value instanceof String text) {
            return KeptText.of(text);
        }
        return value != null && ValueText.ofFeel(value) ? ValueText.exact(value) : value;
    }
}
