package com.qliento.rules.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.codegen.feel11.ASTUnaryTestTransform;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.DefaultBuiltinFEELTypeRegistry;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Parser;

/**
 * Drools' own parser with a bound on its work. The grammar is ambiguous, and some short inputs (thirty equals signs)
 * would keep it busy for ever.
 */
public final class BoundedParser {

    /** Looks at tokens and at states of the grammar; an ordinary expression needs some ten thousand. */
    private static final long MOST_WORK = 3_000_000;

    private static final int LOOKS_AT_CLOCK = 0xFF;

    /** Ends a parse that takes too much work. */
    public static final class TooMuchWork extends Error {

        private static final long serialVersionUID = 1L;

        TooMuchWork() {
            super(null, null, false, false);
        }
    }

    private final List<FEELEvent> events = new ArrayList<>();
    private final Stopwatch watch = new Stopwatch(Limits.PARSER_MILLIS);
    private long work;

    /** Null, or a tree with holes, where the source has errors: ask {@link #events} first. */
    @Nullable
    public BaseNode parse(String feel, Set<String> names) {
        Map<String, Type> types =
                names.stream().collect(Collectors.toMap(Function.identity(), name -> BuiltInType.UNKNOWN));
        return parse(feel, types, DefaultBuiltinFEELTypeRegistry.INSTANCE);
    }

    /** The same, with the types of the names: they say which words after a dot are one name. */
    @Nullable
    public BaseNode parse(String feel, Map<String, Type> types, FEELTypeRegistry registry) {
        return parser(feel, types, registry).compilation_unit().accept(new Builder(types, registry));
    }

    /** A cell of a decision table, such as {@code < 10, "vip"}; the value tested is {@code ?}. */
    @Nullable
    public BaseNode parseTests(String feel, Map<String, Type> types, FEELTypeRegistry registry) {
        BaseNode tests = parser(feel, types, registry).unaryTestsRoot().accept(new Builder(types, registry));
        return tests == null ? null : tests.accept(new ASTUnaryTestTransform()).node();
    }

    private FEEL_1_1Parser parser(String feel, Map<String, Type> types, FEELTypeRegistry registry) {
        var listeners = new FEELEventListenersManager();
        listeners.addListener(events::add);
        FEEL_1_1Parser parser = FEELParser.parse(listeners, feel, types, Map.of(), List.of(), List.of(), registry);
        parser.setTokenStream(new CountedTokens(parser.getTokenStream().getTokenSource()));
        parser.setInterpreter(new CountedStates(parser));
        return parser;
    }

    public List<FEELEvent> events() {
        return events;
    }

    private void work() {
        if (++work > MOST_WORK || ((work & LOOKS_AT_CLOCK) == 0 && watch.over())) {
            throw new TooMuchWork();
        }
    }

    /** Makes the library's nodes, but for those that have a bound of ours. */
    private static final class Builder extends ASTBuilderVisitor {

        Builder(Map<String, Type> types, FEELTypeRegistry registry) {
            super(types, registry);
        }

        @Override
        public BaseNode visitAddExpression(FEEL_1_1Parser.AddExpressionContext at) {
            BaseNode node = super.visitAddExpression(at);
            return node instanceof InfixOpNode plus && plus.getOperator() == InfixOperator.ADD
                    ? new Addition(at, plus)
                    : node;
        }
    }

    /** A plus. Texts are measured before they are joined; all else is the library's. */
    private static final class Addition extends InfixOpNode {

        Addition(ParserRuleContext at, InfixOpNode plus) {
            super(at, plus.getLeft(), InfixOperator.ADD.getSymbol(), plus.getRight());
        }

        @Override
        public @Nullable Object evaluate(EvaluationContext scope) {
            if (getLeft() == null) {
                return null;
            }
            Object left = getLeft().evaluate(scope);
            Object right = getRight() == null ? null : getRight().evaluate(scope);
            if (left instanceof String one && right instanceof String other) {
                ValueSize.requireRoomFor((long) one.length() + other.length());
                if (scope instanceof Scope own) {
                    own.budget().built(one.length() + other.length());
                }
                return one + other;
            }
            return getOperator().evaluate(left, right, scope);
        }
    }

    private final class CountedTokens extends CommonTokenStream {

        CountedTokens(TokenSource source) {
            super(source);
        }

        @Override
        public int LA(int ahead) {
            work();
            return super.LA(ahead);
        }
    }

    private final class CountedStates extends ParserATNSimulator {

        CountedStates(Parser parser) {
            super(
                    parser,
                    parser.getATN(),
                    parser.getInterpreter().decisionToDFA,
                    parser.getInterpreter().getSharedContextCache());
        }

        @Override
        protected void closure_(
                ATNConfig config,
                ATNConfigSet configs,
                Set<ATNConfig> busy,
                boolean collectPredicates,
                boolean fullContext,
                int depth,
                boolean endIsEpsilon) {
            work();
            super.closure_(config, configs, busy, collectPredicates, fullContext, depth, endIsEpsilon);
        }
    }
}
