package com.qliento.block;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a flow gives to the inputs of a decision: one a line, {@code input = FEEL}. */
public final class DecisionInputs {

    private DecisionInputs() {}

    /** FEEL by name of the input, in the order written; a line without a name before an equals sign is left out. */
    public static Map<String, String> parse(String lines) {
        var inputs = new LinkedHashMap<String, String>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.substring(0, equals).isBlank()) {
                inputs.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return inputs;
    }

    /** The first line that can't be read. */
    public static Optional<String> unreadable(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> line.indexOf('=') <= 0
                        || line.substring(0, line.indexOf('=')).isBlank()
                        || line.substring(line.indexOf('=') + 1).isBlank())
                .map(String::strip)
                .findFirst();
    }
}
