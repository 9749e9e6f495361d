package com.qliento.rules.decision;

import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.SimpleTypeImpl;

/**
 * A value that a decision model asks for.
 *
 * @param type FEEL's name of it: string, number, boolean, date, time, date and time, a duration, context, or Any
 * @param list whether it is a list of them
 * @param allowed the values it may have as the model writes them, where its type says them or else the table that asks
 *     about it; empty for any
 */
public record DecisionInput(String name, String type, boolean list, List<String> allowed) {

    /** Names that DMN 1.1 gave to types and tools still write, for those of FEEL (DMN 1.5, 7.3.2). */
    private static final Map<String, String> SECOND_NAMES = Map.of(
            "dateTime", "date and time",
            "dayTimeDuration", "days and time duration",
            "yearMonthDuration", "years and months duration");

    static DecisionInput of(String name, DMNType type) {
        List<String> allowed = type.getAllowedValues().stream()
                .map(test -> String.valueOf(test))
                .toList();
        return new DecisionInput(name, typeOf(type), type.isCollection(), allowed);
    }

    /** With these values where the type allows any. */
    DecisionInput orOnly(String values) {
        return allowed.isEmpty() && !values.isBlank() ? new DecisionInput(name, type, list, List.of(values)) : this;
    }

    /** FEEL's name of the type that a model's own type is built on. */
    static String typeOf(DMNType type) {
        if (type.isComposite()) {
            return "context";
        }
        DMNType root = type;
        while (root.getBaseType() != null) {
            root = root.getBaseType();
        }
        return root instanceof SimpleTypeImpl || root instanceof BaseDMNTypeImpl
                ? SECOND_NAMES.getOrDefault(root.getName(), root.getName())
                : "Any";
    }
}
