package com.qliento.rules.feel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;

/**
 * A compiled FEEL expression. Immutable, safe for many threads, and harmless: it reaches no Java and ends soon, with
 * limits on what it goes through and builds. Only the names it uses are asked for in the values it is given, one by one
 * and possibly several times, so the values may be a map that fetches them; what such a map throws is passed on.
 */
public final class Expression {

    private final String feel;
    private final ASTNode tree;
    private final Set<String> names;
    private final Set<String> certainNames;
    private final Comparisons comparisons;

    Expression(String feel, ASTNode tree, Set<String> names, Set<String> certainNames, Comparisons comparisons) {
        this.feel = feel;
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

    /** How long its value is, as far as that is known before it is worked out. */
    public Extent extent(Function<String, Extent> ofNames) {
        return Extent.of(tree, ofNames);
    }

    /** The names that can only be those of values. */
    Set<String> certainNames() {
        return certainNames;
    }

    /**
     * The value, in plain Java: String, BigDecimal, Boolean, List, Map, java.time, or null; a duration of years and
     * months, a time of a zone and a range are FEEL's own objects, to be given back, kept ({@link KeptValue}) or shown
     * ({@link ValueText}). Lists and maps can't be
     * changed. Null also stands for what FEEL can't work out, such as a name without a value; {@link #evaluateReporting}
     * says why.
     *
     * @throws StoppedExpression when it grew too large or took too long
     */
    public @Nullable Object evaluate(Map<String, ?> values) {
        try {
            return evaluate(values, new EvaluationProblems(false));
        } catch (EvaluationStopped stopped) {
            throw new StoppedExpression(stopped, EvaluationProblems.quoted(feel));
        }
    }

    /** The value, and why parts of it could not be worked out. */
    public Evaluation evaluateReporting(Map<String, ?> values) {
        var problems = new EvaluationProblems(true);
        @Nullable Object value = null;
        try {
            value = evaluate(values, problems);
        } catch (EvaluationStopped stopped) {
            problems.add(String.valueOf(stopped.getMessage()));
        }
        return new Evaluation(value, problems.list());
    }

    /**
     * Whether the value is true; null and everything else are not, nor is what a text keeps a pattern too busy with.
     *
     * @throws StoppedExpression when it grew too large or took too long
     */
    public boolean test(Map<String, ?> values) {
        try {
            return Boolean.TRUE.equals(evaluate(values, new EvaluationProblems(false)));
        } catch (EvaluationStopped stopped) {
            if (stopped.isOfPattern()) {
                return false;
            }
            throw new StoppedExpression(stopped, EvaluationProblems.quoted(feel));
        }
    }

    private @Nullable Object evaluate(Map<String, ?> values, EvaluationProblems problems) {
        try {
            return PlainValue.of(tree.evaluate(new Scope(values, problems)));
        } catch (ValuesFailed failed) {
            throw failed.failure();
        } catch (StackOverflowError tooDeep) {
            throw EvaluationStopped.tooDeep();
        } catch (RuntimeException beyondFeel) {
            // FEEL answers with null to what it can't work out; where the library throws instead, so do we. What it
            // says is not passed on, as it may quote values.
            problems.add("The expression has no result for these values.");
        }
        return null;
    }
}
