package com.qliento.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.impl.InterpretedExecutableExpression;

/**
 * A compiled FEEL expression. Immutable, safe for many threads, and harmless: it was checked to reach no Java and to end
 * soon. Only the names it uses are read from the values it is given.
 */
public final class Expression {

    private final FEELImpl feel;
    private final InterpretedExecutableExpression compiled;
    private final Set<String> names;

    Expression(FEELImpl feel, InterpretedExecutableExpression compiled, Set<String> names) {
        this.feel = feel;
        this.compiled = compiled;
        this.names = Set.copyOf(names);
    }

    /** The names of values it uses, without those it defines itself. */
    public Set<String> names() {
        return names;
    }

    /**
     * The value, in plain Java: String, BigDecimal, Boolean, List, Map, java.time, or null. Null also stands for what
     * FEEL can't work out, such as a name without a value; {@link #evaluateReporting} says why.
     */
    public @Nullable Object evaluate(Map<String, ?> values) {
        return evaluate(values, new ArrayList<>());
    }

    /** The value, and what FEEL had to say about it. */
    public Evaluation evaluateReporting(Map<String, ?> values) {
        var events = new ArrayList<FEELEvent>();
        var value = evaluate(values, events);
        return new Evaluation(
                value, events.stream().map(FEELEvent::getMessage).distinct().toList());
    }

    /** Whether the value is true; null and everything else are not. */
    public boolean test(Map<String, ?> values) {
        return Boolean.TRUE.equals(evaluate(values));
    }

    private @Nullable Object evaluate(Map<String, ?> values, List<FEELEvent> events) {
        var used = new HashMap<String, Object>();
        for (var name : names) {
            used.put(name, values.get(name));
        }
        try {
            return compiled.apply(feel.newEvaluationContext(List.of(events::add), used));
        } catch (RuntimeException beyondFeel) {
            // FEEL answers with null to what it can't work out; where the library throws instead, so do we.
            return null;
        }
    }
}
