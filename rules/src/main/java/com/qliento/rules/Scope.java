package com.qliento.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.util.NumberEvalHelper;
import org.kie.dmn.feel.util.StringEvalHelper;

/**
 * What one evaluation sees: the caller's values, asked one by one, and the names the expression itself introduces. It
 * knows no functions (calls are bound when the expression is compiled), opens no Java object as a set of names, and
 * counts: too many steps or too large a value end the evaluation.
 */
final class Scope implements EvaluationContext {

    private final Map<String, ?> values;
    private final EvaluationProblems problems;
    private Frame top = new Frame(null);
    private int steps;

    Scope(Map<String, ?> values, EvaluationProblems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Drools leaves frames of loops behind, so the chain may be long: it is walked, not descended. */
    private static final class Frame {
        private final @Nullable Frame parent;
        private @Nullable Map<String, @Nullable Object> names;
        private @Nullable Map<?, ?> element;

        private Frame(@Nullable Frame parent) {
            this.parent = parent;
        }
    }

    @Override
    public void enterFrame() {
        step();
        top = new Frame(top);
    }

    @Override
    public void enterFrame(int size) {
        enterFrame();
    }

    @Override
    public void exitFrame() {
        Frame parent = top.parent;
        if (parent != null) {
            top = parent;
        }
    }

    private void step() {
        steps++;
        if (steps > Limits.STEPS) {
            throw EvaluationStopped.steps();
        }
    }

    @Override
    public void setValue(String name, @Nullable Object value) {
        step();
        ValueSize.require(value);
        Map<String, @Nullable Object> names = top.names;
        if (names == null) {
            names = new HashMap<>();
            top.names = names;
        }
        names.put(StringEvalHelper.normalizeVariableName(name), NumberEvalHelper.coerceNumber(value));
    }

    @Override
    public @Nullable Object getValue(String name) {
        String key = StringEvalHelper.normalizeVariableName(name);
        for (Frame frame = top; frame != null; frame = frame.parent) {
            if (frame.element != null && frame.element.containsKey(key)) {
                return NumberEvalHelper.coerceNumber(frame.element.get(key));
            }
            if (frame.names != null && frame.names.containsKey(key)) {
                return frame.names.get(key);
            }
        }
        return NumberEvalHelper.coerceNumber(given(key));
    }

    private @Nullable Object given(String name) {
        try {
            return values.get(name);
        } catch (RuntimeException failure) {
            throw new ValuesFailed(failure);
        }
    }

    @Override
    public boolean isDefined(String name) {
        String key = StringEvalHelper.normalizeVariableName(name);
        for (Frame frame = top; frame != null; frame = frame.parent) {
            if ((frame.element != null && frame.element.containsKey(key))
                    || (frame.names != null && frame.names.containsKey(key))) {
                return true;
            }
        }
        return given(key) != null; // asked and not listed: the values may fetch what they are asked for
    }

    /** Only functions are looked up by a path, and none is found in values. */
    @Override
    public @Nullable Object getValue(String[] path) {
        return path.length == 1 ? getValue(path[0]) : null;
    }

    @Override
    public boolean isDefined(String[] path) {
        return path.length == 1 && isDefined(path[0]);
    }

    @Override
    public void setRootObject(@Nullable Object value) {
        top.element = value instanceof Map<?, ?> map ? map : null;
    }

    @Override
    public @Nullable Object getRootObject() {
        return top.element;
    }

    @Override
    public void notifyEvt(Supplier<FEELEvent> event) {
        problems.add(event);
    }

    @Override
    public EvaluationContext current() {
        return this;
    }

    /** The values are asked one by one and never listed. */
    @Override
    public Map<String, Object> getAllValues() {
        return Map.of();
    }

    @Override
    public @Nullable DMNRuntime getDMNRuntime() {
        return null;
    }

    @Override
    public @Nullable ClassLoader getRootClassLoader() {
        return null;
    }

    @Override
    public Collection<FEELEventListener> getListeners() {
        return List.of();
    }

    @Override
    public FEELDialect getFEELDialect() {
        return FEELDialect.FEEL;
    }

    @Override
    public DMNVersion getDMNVersion() {
        return DMNVersion.getLatest();
    }
}
