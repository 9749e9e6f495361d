package com.qliento.rules.feel;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.runtime.events.ASTEventBase;

/**
 * The whole numbers from one to another, in {@code some i in 1..10 satisfies …}: the library looks at the first alone
 * there. Makes no list, so a long range costs only the steps that are gone through.
 */
final class RangeElements extends BaseNode {

    private final BaseNode from;
    private final BaseNode to;

    RangeElements(BaseNode from, BaseNode to) {
        this.from = from;
        this.to = to;
        copyLocationAttributesFrom(from);
    }

    @Override
    public @Nullable Object evaluate(EvaluationContext scope) {
        if (from.evaluate(scope) instanceof BigDecimal first && to.evaluate(scope) instanceof BigDecimal last) {
            return (Iterable<BigDecimal>) () -> new Numbers(first, last);
        }
        scope.notifyEvt(() -> new ASTEventBase(Severity.ERROR, "", this));
        return null;
    }

    private static final class Numbers implements Iterator<BigDecimal> {

        private final BigDecimal last;
        private final BigDecimal step;
        private BigDecimal next;

        private Numbers(BigDecimal first, BigDecimal last) {
            this.next = first;
            this.last = last;
            this.step = first.compareTo(last) <= 0 ? BigDecimal.ONE : BigDecimal.ONE.negate();
        }

        @Override
        public boolean hasNext() {
            return next.compareTo(last) * step.signum() <= 0;
        }

        @Override
        public BigDecimal next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BigDecimal current = next;
            next = next.add(step);
            return current;
        }
    }
}
