package com.qliento.rules.feel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.runtime.events.ASTEventBase;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;

/**
 * Collects what went wrong in one evaluation. The engine's own messages quote values (a customer's answer), so they
 * are dropped: what is told names only parts of the expression as its author wrote it.
 */
public final class EvaluationProblems {

    private static final int MOST = 20;
    private static final int LONGEST_QUOTE = 60;

    private final boolean wanted;
    private final Set<String> problems = new LinkedHashSet<>();

    /** Collects only when {@code wanted}: most callers ask for the value alone. */
    EvaluationProblems(boolean wanted) {
        this.wanted = wanted;
    }

    void add(Supplier<FEELEvent> event) {
        if (!wanted || problems.size() >= MOST) {
            return;
        }
        FEELEvent happened = event.get();
        if (happened.getSeverity() == Severity.ERROR || happened.getSeverity() == Severity.WARN) {
            problems.add(told(happened));
        }
    }

    void add(String problem) {
        if (wanted) {
            problems.add(problem);
        }
    }

    List<String> list() {
        return List.copyOf(problems);
    }

    /** Which part of what its author wrote an event is about: how the part is used, and the part itself. */
    public record Cause(String kind, String part) {}

    public static Cause cause(FEELEvent event) {
        if (event instanceof InvalidParametersEvent call && call.getNodeName() != null) {
            return new Cause("function", call.getNodeName());
        }
        if (event instanceof ASTEventBase at && at.getOffendingSymbol() instanceof ASTNode node) {
            return new Cause(node instanceof NameRefNode ? "name" : "part", quoted(String.valueOf(node.getText())));
        }
        return new Cause("none", "");
    }

    private static String told(FEELEvent event) {
        Cause cause = cause(event);
        return switch (cause.kind()) {
            case "function" -> "The function " + cause.part() + "() was given a value it can't use.";
            case "name" -> "There is no value named " + cause.part() + ".";
            case "part" ->
                "The part " + cause.part() + " has no result: a value in it is missing or not of the kind expected.";
            default -> "A part of the expression has no result.";
        };
    }

    static String quoted(String written) {
        String oneLine = written.strip().replaceAll("\\s+", " ");
        return "'" + (oneLine.length() <= LONGEST_QUOTE ? oneLine : oneLine.substring(0, LONGEST_QUOTE) + "…") + "'";
    }
}
