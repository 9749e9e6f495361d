package com.qliento.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a start says it is given by whoever begins its flow.
 *
 * @param name under which the flow knows it
 * @param needed whether the flow can't begin without it
 * @param otherwise what stands for it when it is not given, as it is written; null when nothing does
 */
public record StartInput(
        String name, boolean needed, @Nullable String otherwise) {

    private static final String MAY_BE_MISSING = "?";

    /**
     * What is written there, with commas or on lines of their own: {@code name} is needed, {@code name?} may be missing, and
     * for {@code name = words} the words stand when it is. Each name once, whether it can be one or not.
     */
    public static List<StartInput> read(String written) {
        var all = new LinkedHashMap<String, StartInput>();
        Stream.of(written.split("[,\\n]+"))
                .flatMap(part -> part.contains("=") ? Stream.of(part) : Stream.of(part.split("\\s+")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(StartInput::of)
                .forEach(input -> all.putIfAbsent(input.name(), input));
        return List.copyOf(all.values());
    }

    private static StartInput of(String part) {
        int equals = part.indexOf('=');
        var left = (equals < 0 ? part : part.substring(0, equals)).strip();
        boolean may = left.endsWith(MAY_BE_MISSING);
        var name = may ? left.substring(0, left.length() - 1).strip() : left;
        return new StartInput(
                name,
                equals < 0 && !may,
                equals < 0 ? null : part.substring(equals + 1).strip());
    }

    /** Whether nothing may stand where it is used. */
    public boolean mayBeNothing() {
        return !needed && otherwise == null;
    }
}
