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
 * the same name can take its place and no function can be passed on under another name. Measures what it is given and
 * counts what it makes.
 */
final class BoundFunction extends BaseNode implements FEELFunction {

    /** The one of the library's functions whose result may be many times as long as what it is given. */
    private static final String JOIN = "string join";

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
        @Nullable
        Object[] given = Stream.of(parameters)
                .map(parameter -> parameter instanceof NamedParameter named ? named.getValue() : parameter)
                .toArray();
        ValueSize.require(given);
        if (getName().equals(JOIN)) {
            ValueSize.requireJoined(given);
        }
        if (!(scope instanceof Scope own)) {
            return function.invokeReflectively(scope, parameters);
        }
        own.budget().clock();
        Object result = function.invokeReflectively(scope, parameters);
        own.budget().built(ValueSize.made(result));
        return result;
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
