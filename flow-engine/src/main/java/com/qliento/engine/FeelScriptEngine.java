package com.qliento.engine;

import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.InvalidExpression;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * FEEL as Camunda wants a script engine: compiled once for a condition, evaluated with the values that processes of its
 * kind have.
 */
final class FeelScriptEngine extends AbstractScriptEngine implements Compilable {

    private final Expressions expressions;
    private final SingletonSupplier<List<ExpressionValues>> values;

    FeelScriptEngine(Expressions expressions, ObjectProvider<ExpressionValues> values) {
        this.expressions = expressions;
        this.values = SingletonSupplier.of(() -> values.stream().toList());
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        try {
            return new Compiled(expressions.compile(script));
        } catch (InvalidExpression invalid) {
            throw new ScriptException(invalid.getMessage());
        }
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(textOf(script));
    }

    @Override
    public Object eval(String script, ScriptContext context) throws ScriptException {
        return compile(script).eval(context);
    }

    @Override
    public Object eval(Reader script, ScriptContext context) throws ScriptException {
        return eval(textOf(script), context);
    }

    private static String textOf(Reader reader) throws ScriptException {
        try (reader) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException unreadable) {
            throw new ScriptException(unreadable);
        }
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return new FeelScriptEngineFactory(this);
    }

    private Map<String, Object> valuesOf(DelegateExecution execution) {
        var definition = ((ExecutionEntity) execution).getProcessDefinition();
        return values.obtain().stream()
                .filter(one -> one.kind().holds(definition))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing gives values to processes of this kind"))
                .of(execution);
    }

    private final class Compiled extends CompiledScript {

        private final Expression expression;

        Compiled(Expression expression) {
            this.expression = expression;
        }

        @Override
        public Object eval(ScriptContext context) {
            var execution = (DelegateExecution) Objects.requireNonNull(
                    context.getBindings(ScriptContext.ENGINE_SCOPE).get("execution"));
            // A condition holds only when it is true: null, from a value that is not there, is not.
            return expression.test(valuesOf(execution));
        }

        @Override
        public ScriptEngine getEngine() {
            return FeelScriptEngine.this;
        }
    }
}
