package com.qliento.rules.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A spreadsheet that is no table, or a table that fits into no spreadsheet; {@link #problem()} says why. */
public final class InvalidSheet extends RuntimeException {

    private final transient SheetProblem problem;

    private InvalidSheet(SheetProblem problem) {
        super(problem.message(Locale.ENGLISH));
        this.problem = problem;
    }

    static InvalidSheet because(String code, Object... arguments) {
        return at(null, code, arguments);
    }

    static InvalidSheet at(@Nullable String cell, String code, Object... arguments) {
        List<String> texts = Stream.of(arguments).map(String::valueOf).toList();
        return new InvalidSheet(new SheetProblem(code, cell, texts));
    }

    public SheetProblem problem() {
        return problem;
    }
}
