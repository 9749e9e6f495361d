package com.qliento.rules.feel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;

/**
 * Compiles FEEL, the expression language of DMN, on Drools. What a stranger writes is data: only a list of harmless
 * functions is allowed, nothing reaches Java, nothing runs for ever. Safe for many threads.
 */
public final class Expressions {

    private static final int MOST_CACHED = 5_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

    private final Map<String, Expression> cache = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
            return size() > MOST_CACHED;
        }
    };

    /** Compiles; throws {@link InvalidExpression} with the first thing that is wrong. */
    public Expression compile(String feel) {
        synchronized (cache) {
            var known = cache.get(feel);
            if (known != null) {
                return known;
            }
        }
        var compiled = compileNow(feel);
        synchronized (cache) {
            cache.put(feel, compiled);
        }
        return compiled;
    }

    /**
     * What is wrong, without throwing: that it can't be compiled, or that it uses names nothing gives a value to.
     *
     * @param knownNames names that will have values
     */
    public List<ExpressionProblem> check(String feel, Set<String> knownNames) {
        try {
            var problems = new ArrayList<ExpressionProblem>();
            for (var name : compile(feel).certainNames()) {
                if (!knownNames.contains(name)) {
                    problems.add(new ExpressionProblem(
                            "unknown-name",
                            1,
                            Math.max(0, feel.indexOf(name)) + 1,
                            "Nothing gives a value to '" + name
                                    + "'. Check how it is spelt, or keep an answer under it.",
                            false));
                }
            }
            return problems;
        } catch (InvalidExpression invalid) {
            return List.of(invalid.problem());
        }
    }

    private Expression compileNow(String feel) {
        SourceCheck.check(feel);
        var parser = new BoundedParser();
        @Nullable ASTNode tree;
        try {
            tree = parser.parse(feel, candidateNames(feel));
        } catch (BoundedParser.TooMuchWork tooMuch) {
            throw new InvalidExpression(ExpressionProblem.error(
                    "too-deep", 1, 1, "The expression is too complicated to be read. Split it into several steps."));
        } catch (RuntimeException | StackOverflowError beyondParser) {
            throw new InvalidExpression(ExpressionProblem.error(
                    "syntax", 1, 1, "The expression can't be read. Check brackets, quotes and operators."));
        }
        refuseSyntaxErrors(feel, parser.events());
        var check = new TreeCheck();
        check.visit(tree);
        Objects.requireNonNull(tree).accept(new Binding());
        return new Expression(feel, tree, check.names(), check.certainNames(), check.comparisons());
    }

    /** FEEL wants to know names before it reads: every word that may be one is declared, of a type not known yet. */
    private static Set<String> candidateNames(String feel) {
        var names = new LinkedHashSet<String>();
        var code = QUOTED.matcher(feel).replaceAll("\"\"");
        for (var function : Functions.NAMES) {
            if (function.contains(" ")) {
                code = code.replaceAll("\\b" + function.replace(" ", "\\s+") + "\\s*\\(", "(");
            }
        }
        var words = WORD.matcher(code);
        while (words.find()) {
            if (!Functions.WORDS_OF_FEEL.contains(words.group())) {
                names.add(words.group());
            }
        }
        names.removeIf(name -> Functions.NAMES.contains(name) || name.equals("item"));
        return names;
    }

    private static void refuseSyntaxErrors(String feel, List<FEELEvent> events) {
        for (var event : events) {
            if (event instanceof SyntaxErrorEvent syntax) {
                throw new InvalidExpression(ExpressionProblem.error(
                        "syntax",
                        syntax.getLine(),
                        syntax.getColumn() + 1,
                        "The expression can't be read at line " + syntax.getLine() + ", column "
                                + (syntax.getColumn() + 1) + ". Check brackets, quotes and operators there."));
            }
        }
        for (var event : events) {
            if (event instanceof UnknownVariableErrorEvent unknown
                    && !feel.contains(unknown.getOffendingSymbol() + "(")) {
                continue;
            }
            if (event.getSeverity() == FEELEvent.Severity.ERROR && !(event instanceof UnknownVariableErrorEvent)) {
                throw new InvalidExpression(
                        ExpressionProblem.error("invalid", 1, 1, "The expression is not valid: " + event.getMessage()));
            }
        }
    }
}
