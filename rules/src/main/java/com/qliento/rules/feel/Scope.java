package com.qliento.rules.feel;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
public final class Scope implements EvaluationContext {

    private final Map<String, ?> values;
    private final Consumer<Supplier<FEELEvent>> events;
    private final Budget budget;
    private Frame top = new Frame(null);

    /** What one expression may take. */
    public Scope(Map<String, ?> values, EvaluationProblems problems) {
        this(values, problems::add, Budget.ofExpression());
    }

    /** Shares what it may take with the other expressions of a decision. */
    public Scope(Map<String, ?> values, Consumer<Supplier<FEELEvent>> events, Budget budget) {
        this.values = values;
        this.events = events;
        this.budget = budget;
    }

    /** What the evaluation may still take. */
    Budget budget() {
        return budget;
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
        budget.step();
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

    @Override
    public void setValue(String name, @Nullable Object value) {
        budget.step();
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
        Object value = FeelValue.of(given(key));
        return value == null ? Binding.ofLiteral(key) : value;
    }

    /** A name that is there with no value is no mistake of who asks for it. */
    private boolean listed(String name) {
        try {
            return values.containsKey(name);
        } catch (RuntimeException failure) {
            throw new ValuesFailed(failure);
        }
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
        return listed(key) || given(key) != null; // the values may fetch what they are asked for and do not list
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
        events.accept(event);
    }

    @Override
    public EvaluationContext current() {
        return this;
    }

    /** Asked for where a function of a decision model takes over; an expression on its own never asks. */
    @Override
    public Map<String, Object> getAllValues() {
        var all = new LinkedHashMap<String, Object>(values);
        collect(top, all);
        return all;
    }

    private static void collect(@Nullable Frame frame, Map<String, Object> all) {
        var outermostFirst = new ArrayDeque<Frame>();
        for (Frame each = frame; each != null; each = each.parent) {
            outermostFirst.push(each);
        }
        for (Frame each : outermostFirst) {
            if (each.names != null) {
                all.putAll(each.names);
            }
        }
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
