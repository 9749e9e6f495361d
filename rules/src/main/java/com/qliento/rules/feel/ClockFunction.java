package com.qliento.rules.feel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.types.FunctionSymbol;
import org.kie.dmn.feel.runtime.FEELFunction;

/** {@code now()} and {@code today()}: the values of those names, since time is given and never asked of the machine. */
final class ClockFunction implements FEELFunction {

    /** By name. */
    static final Map<String, ClockFunction> ALL =
            Map.of("now", new ClockFunction("now"), "today", new ClockFunction("today"));

    private final String name;

    private ClockFunction(String name) {
        this.name = name;
    }

    @Override
    public @Nullable Object invokeReflectively(EvaluationContext scope, @Nullable Object[] none) {
        return scope.getValue(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Symbol getSymbol() {
        return new FunctionSymbol(name, this);
    }

    @Override
    public List<List<Param>> getParameters() {
        return List.of();
    }
}
