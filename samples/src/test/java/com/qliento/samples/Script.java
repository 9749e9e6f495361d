package com.qliento.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A sample's {@code script.yaml}. Reading refuses whatever is not understood: a step left out is a step not tested. */
record Script(String flow, List<String> needs, String customer, List<Step> steps) {

    private static final Set<String> FIELDS = Set.of("flow", "needs", "customer", "steps");

    static Script read(String yaml) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<?, ?> fields = map("script", read);
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("a script has " + FIELDS + ", not all of " + fields.keySet());
        }
        var steps = new ArrayList<Step>();
        for (var step : list("steps", fields.get("steps"))) {
            steps.add(step(map("step", step)));
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a script has steps");
        }
        var needs = fields.containsKey("needs") ? list("needs", fields.get("needs")) : List.of();
        return new Script(
                Step.text("flow", fields.get("flow")),
                needs.stream().map(key -> Step.text("needs", key)).toList(),
                fields.containsKey("customer") ? Step.text("customer", fields.get("customer")) : "Sam",
                List.copyOf(steps));
    }

    private static Step step(Map<?, ?> fields) {
        if (fields.size() != 1) {
            throw new IllegalArgumentException("a step has one field, not " + fields.keySet());
        }
        var field = fields.entrySet().iterator().next();
        return Step.of(String.valueOf(field.getKey()), field.getValue());
    }

    private static Map<?, ?> map(String what, @Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields;
        }
        throw new IllegalArgumentException("a " + what + " has named fields");
    }

    private static List<?> list(String what, @Nullable Object value) {
        if (value instanceof List<?> items) {
            return items;
        }
        throw new IllegalArgumentException("'" + what + "' is a list");
    }
}
