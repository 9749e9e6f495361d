package com.qliento.rules.feel;

import java.time.Duration;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.feel.runtime.events.ASTEventBase;
import org.kie.dmn.feel.util.EvalHelper;

/** Follows names behind dots into contexts, dates, durations and ranges, and into nothing else. */
final class SafePath {

    private SafePath() {}

    /** {@code contact.name}: the first name is looked up, the others are followed. */
    static final class Reference extends NameRefNode {

        private final NameRefNode first;
        private final List<String> rest;

        Reference(QualifiedNameNode path, NameRefNode first, List<String> rest) {
            super(BuiltInType.UNKNOWN, path.getText());
            this.first = first;
            this.rest = rest;
            copyLocationAttributesFrom(path);
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext scope) {
            return follow(first.evaluate(scope), rest, this, scope);
        }
    }

    /** {@code (anything).name}. */
    static final class Step extends BaseNode {

        private final BaseNode from;
        private final List<String> names;

        Step(PathExpressionNode path, BaseNode from, List<String> names) {
            this.from = from;
            this.names = names;
            copyLocationAttributesFrom(path);
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext scope) {
            return follow(from.evaluate(scope), names, this, scope);
        }
    }

    private static @Nullable Object follow(
            @Nullable Object start, List<String> names, BaseNode at, EvaluationContext scope) {
        Object current = start;
        for (String name : names) {
            if (current instanceof Collection<?> list) {
                var each = new ArrayList<@Nullable Object>(list.size());
                list.forEach(element -> each.add(property(element, name, at, scope)));
                current = each;
            } else {
                current = property(current, name, at, scope);
            }
        }
        return current;
    }

    private static @Nullable Object property(
            @Nullable Object value, String name, BaseNode at, EvaluationContext scope) {
        if (value instanceof Map<?, ?> context) {
            return ofContext(context, name);
        }
        boolean opens = value instanceof TemporalAccessor
                || value instanceof Duration
                || value instanceof ChronoPeriod
                || value instanceof Range;
        try {
            if (opens) {
                return EvalHelper.getDefinedValue(value, name).getValueResult().getOrElse(null);
            }
        } catch (RuntimeException notOfThisKind) {
            // a time of day has no year: told below, as for any other name a value does not have
        }
        scope.notifyEvt(() -> new ASTEventBase(Severity.WARN, "", at));
        return null;
    }

    private static @Nullable Object ofContext(Map<?, ?> context, String name) {
        try {
            return context.get(name);
        } catch (RuntimeException failure) {
            throw new ValuesFailed(failure);
        }
    }
}
