package com.qliento.rules.feel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;

/**
 * A compiled FEEL expression. Immutable, safe for many threads, and harmless: it reaches no Java and ends soon, with
 * limits on what it goes through and builds. Only the names it uses are asked for in the values it is given, one by one
 * and possibly several times, so the values may be a map that fetches them; what such a map throws is passed on.
 */
public final class Expression {

    private final ASTNode tree;
    private final Set<String> names;
    private final Set<String> certainNames;
    private final Comparisons comparisons;

    Expression(ASTNode tree, Set<String> names, Set<String> certainNames, Comparisons comparisons) {
        this.tree = tree;
        this.names = Set.copyOf(names);
        this.certainNames = Set.copyOf(certainNames);
        this.comparisons = comparisons;
    }

    /**
     * The names of values it may ask for, without those it defines itself. In a filter such as {@code orders[open]} a
     * name may be a property of the element or a value: it is among them.
     */
    public Set<String> names() {
        return names;
    }

    /**
     * The parts that can't be true, whatever the values are.
     *
     * @param texts names (and paths such as {@code contact.name}) that hold text or nothing
     */
    public List<NeverTrue> neverTrue(Set<String> texts) {
        return comparisons.neverTrue(texts);
    }

    /** The names that can only be those of values. */
    Set<String> certainNames() {
        return certainNames;
    }

    /**
     * The value, in plain Java: String, BigDecimal, Boolean, List, Map, java.time, or null; a duration of years and
     * months, a time of a zone and a range are FEEL's own objects, to be given back, kept ({@link KeptValue}) or shown
     * ({@link ValueText}). Lists and maps can't be
     * changed. Null also stands for what FEEL can't work out, such as a name without a value, and for what was stopped
     * because it grew too large; {@link #evaluateReporting} says why.
     */
    public @Nullable Object evaluate(Map<String, ?> values) {
        return evaluate(values, new EvaluationProblems(false));
    }

    /** The value, and why parts of it could not be worked out. */
    public Evaluation evaluateReporting(Map<String, ?> values) {
        var problems = new EvaluationProblems(true);
        var value = evaluate(values, problems);
        return new Evaluation(value, problems.list());
    }

    /** Whether the value is true; null and everything else are not. */
    public boolean test(Map<String, ?> values) {
        return Boolean.TRUE.equals(evaluate(values));
    }

    private @Nullable Object evaluate(Map<String, ?> values, EvaluationProblems problems) {
        try {
            return PlainValue.of(tree.evaluate(new Scope(values, problems)));
        } catch (ValuesFailed failed) {
            throw failed.failure();
        } catch (EvaluationStopped stopped) {
            problems.add(String.valueOf(stopped.getMessage()));
        } catch (StackOverflowError tooDeep) {
            problems.add("The expression is too deep for these values. It was stopped.");
        } catch (RuntimeException beyondFeel) {
            // FEEL answers with null to what it can't work out; where the library throws instead, so do we. What it
            // says is not passed on, as it may quote values.
            problems.add("The expression has no result for these values.");
        }
        return null;
    }
}
