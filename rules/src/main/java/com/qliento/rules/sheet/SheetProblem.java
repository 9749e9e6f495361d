package com.qliento.rules.sheet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a spreadsheet can't be read as a table, or a table can't be written as one.
 *
 * @param code stable, in kebab case
 * @param cell where, as a person sees it: {@code B7}, {@code line 12} as {@code 12}; null for the file as a whole
 * @param arguments what its sentence names: numbers, and what stands in the file
 */
public record SheetProblem(String code, @Nullable String cell, List<String> arguments) {

    public SheetProblem {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong, where, and what to do: English, Spanish or Portuguese, English for any other language. */
    public String message(Locale language) {
        String text = SheetTexts.text(code, language, arguments);
        return cell == null ? text : SheetTexts.text("at", language, List.of(cell)) + " " + text;
    }
}
