package com.qliento.rules.feel;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.runtime.FEELFunction;

/**
 * Stands in a call where its name stood, so that the function is settled when the expression is compiled: no value of
 * the same name can take its place and no function can be passed on under another name. Measures what it is given.
 */
final class BoundFunction extends BaseNode implements FEELFunction {

    private final FEELFunction function;

    BoundFunction(BaseNode name, FEELFunction function) {
        copyLocationAttributesFrom(name);
        this.function = function;
    }

    @Override
    public Object evaluate(EvaluationContext scope) {
        return this;
    }

    @Override
    public @Nullable Object invokeReflectively(EvaluationContext scope, @Nullable Object[] parameters) {
        ValueSize.require(Stream.of(parameters)
                .map(parameter -> parameter instanceof NamedParameter named ? named.getValue() : parameter)
                .toArray());
        if (scope instanceof Scope own) {
            own.budget().clock();
        }
        return function.invokeReflectively(scope, parameters);
    }

    @Override
    public String getName() {
        return function.getName();
    }

    @Override
    public Symbol getSymbol() {
        return function.getSymbol();
    }

    @Override
    public List<List<Param>> getParameters() {
        return function.getParameters();
    }
}
