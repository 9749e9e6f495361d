package com.qliento.rules.decision;

import com.qliento.rules.feel.Binding;
import com.qliento.rules.feel.BoundedParser;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.Functions;
import com.qliento.rules.feel.InvalidExpression;
import com.qliento.rules.feel.SourceCheck;
import com.qliento.rules.feel.TreeCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;
import org.kie.dmn.feel.runtime.events.SyntaxErrorEvent;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;

/**
 * Compiles the FEEL inside of a decision model: as {@link Expressions} does, but names have types and may consist of
 * several words, and the functions that the model defines may be called.
 */
final class DecisionFeel {

    /** What may stand behind a dot of this depends on the type, so no type is as good as an unknown one. */
    private static final Type UNKNOWN = BuiltInType.UNKNOWN;

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final FEELTypeRegistry registry;
    private final Set<String> functions;
    private final DecisionProblems problems;

    DecisionFeel(FEELTypeRegistry registry, Set<String> functions, DecisionProblems problems) {
        this.registry = registry;
        this.functions = functions;
        this.problems = problems;
    }

    static Map<String, Type> types(Map<String, DMNType> names) {
        var types = new HashMap<String, Type>();
        names.forEach(
                (name, type) -> types.put(name, type instanceof BaseDMNTypeImpl known ? known.getFeelType() : UNKNOWN));
        return types;
    }

    /** Null when it can't be compiled, which is told as a problem. */
    @Nullable
    BaseNode expression(String feel, Map<String, Type> names, DecisionPlace place) {
        return compile(feel, names.keySet(), place, parser -> parser.parse(feel, names, registry));
    }

    /** A cell that tests {@code ?}, or a list of allowed values. */
    @Nullable
    BaseNode tests(String feel, Map<String, Type> names, DecisionPlace place) {
        return compile(feel, names.keySet(), place, parser -> parser.parseTests(feel, names, registry));
    }

    private interface Parse {

        @Nullable
        BaseNode by(BoundedParser parser);
    }

    private @Nullable BaseNode compile(String feel, Set<String> names, DecisionPlace place, Parse parse) {
        try {
            SourceCheck.check(feel);
            var parser = new BoundedParser();
            BaseNode tree = parse.by(parser);
            if (!accepted(parser.events(), place)) {
                return null;
            }
            var check = new TreeCheck(functions);
            check.visit(tree);
            if (tree == null || !known(check.certainNames(), names, place)) {
                return null;
            }
            tree.accept(new Binding(functions));
            return tree;
        } catch (InvalidExpression refused) {
            problems.add(DecisionProblem.error(
                    "feel." + refused.problem().code(),
                    place,
                    subject(refused.problem().message())));
        } catch (BoundedParser.TooMuchWork tooMuch) {
            problems.add(DecisionProblem.error("feel.too-deep", place, ""));
        } catch (RuntimeException | StackOverflowError beyondParser) {
            problems.add(DecisionProblem.error("feel.syntax", place, quoted(feel)));
        }
        return null;
    }

    /** In cells the library takes a name that nobody gives for one without a value. */
    private boolean known(Set<String> used, Set<String> names, DecisionPlace place) {
        Set<String> known = names.stream().map(Functions::normalized).collect(Collectors.toSet());
        for (String name : used) {
            if (!known.contains(name) && !functions.contains(name)) {
                problems.add(DecisionProblem.error("unknown-name", place, quoted(name)));
                return false;
            }
        }
        return true;
    }

    private boolean accepted(List<FEELEvent> events, DecisionPlace place) {
        for (FEELEvent event : events) {
            if (event instanceof UnknownVariableErrorEvent unknown) {
                problems.add(DecisionProblem.error("unknown-name", place, quoted(unknown.getOffendingSymbol())));
                return false;
            }
        }
        for (FEELEvent event : events) {
            if (event instanceof SyntaxErrorEvent || event.getSeverity() == Severity.ERROR) {
                problems.add(DecisionProblem.error("feel.syntax", place, quoted(event.getOffendingSymbol())));
                return false;
            }
        }
        return true;
    }

    /** The name it is about, else what stands after a colon. */
    private static String subject(String message) {
        Matcher name = QUOTED.matcher(message);
        return name.find()
                ? name.group(1)
                : message.substring(message.indexOf(": ") + 1).strip();
    }

    private static String quoted(@Nullable Object text) {
        String written = String.valueOf(text).strip();
        return written.length() <= 60 ? written : written.substring(0, 60) + "…";
    }
}
