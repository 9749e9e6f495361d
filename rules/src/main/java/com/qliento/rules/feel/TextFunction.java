package com.qliento.rules.feel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent.Severity;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Symbol;
import org.kie.dmn.feel.lang.impl.NamedParameter;
import org.kie.dmn.feel.lang.types.FunctionSymbol;
import org.kie.dmn.feel.runtime.FEELFunction;
import org.kie.dmn.feel.runtime.events.InvalidParametersEvent;

/**
 * Text functions of our own where the library's are not fit for strangers: its {@code matches} and {@code replace} build
 * an XQuery out of what they are given (which can be made to read files), and its upper and lower case depend on the
 * machine's locale.
 */
final class TextFunction implements FEELFunction {

    private static final List<TextFunction> FUNCTIONS = List.of(
            new TextFunction("upper case", List.of("string"), 1, (text, budget) -> text[0].toUpperCase(Locale.ROOT)),
            new TextFunction("lower case", List.of("string"), 1, (text, budget) -> text[0].toLowerCase(Locale.ROOT)),
            new TextFunction("matches", List.of("input", "pattern", "flags"), 2, (text, budget) -> TextPattern.of(
                            text[1], text[2])
                    .matches(text[0], budget)),
            new TextFunction(
                    "replace", List.of("input", "pattern", "replacement", "flags"), 3, (text, budget) -> TextPattern.of(
                                    text[1], text[3])
                            .replace(text[0], text[2], budget)),
            new TextFunction("split", List.of("string", "delimiter"), 2, (text, budget) -> TextPattern.of(text[1], "")
                    .split(text[0], budget)));

    /** By name. */
    static final Map<String, TextFunction> ALL =
            FUNCTIONS.stream().collect(Collectors.toUnmodifiableMap(TextFunction::getName, Function.identity()));

    private final String name;
    private final List<String> parameters;
    private final int required;
    private final BiFunction<String[], Budget, Object> body;

    private TextFunction(
            String name, List<String> parameters, int required, BiFunction<String[], Budget, Object> body) {
        this.name = name;
        this.parameters = parameters;
        this.required = required;
        this.body = body;
    }

    @Override
    public @Nullable Object invokeReflectively(EvaluationContext scope, @Nullable Object[] given) {
        @Nullable String[] texts = new String[parameters.size()];
        boolean fits = given.length <= texts.length;
        for (int i = 0; fits && i < given.length; i++) {
            boolean named = given[i] instanceof NamedParameter;
            int position = given[i] instanceof NamedParameter one ? parameters.indexOf(one.getName()) : i;
            Object value = single(given[i] instanceof NamedParameter one ? one.getValue() : given[i]);
            fits = position >= 0 && !(named && texts[position] != null) && value instanceof String;
            if (fits) {
                texts[position] = (String) value;
            }
        }
        boolean complete = fits && Stream.of(texts).limit(required).allMatch(text -> text != null);
        return complete
                ? body.apply(
                        Stream.of(texts).map(text -> text == null ? "" : text).toArray(String[]::new),
                        scope instanceof Scope own ? own.budget() : Budget.ofExpression())
                : refused(scope);
    }

    /** FEEL takes a list of one for its element where a single value is expected. */
    private static @Nullable Object single(@Nullable Object value) {
        return value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
    }

    private @Nullable Object refused(EvaluationContext scope) {
        scope.notifyEvt(() -> {
            var event = new InvalidParametersEvent(Severity.ERROR, "text", "is expected");
            event.setNodeName(name);
            return event;
        });
        return null;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Symbol getSymbol() {
        return new FunctionSymbol(name, this);
    }

    @Override
    public List<List<Param>> getParameters() {
        return List.of();
    }
}
