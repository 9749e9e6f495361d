package com.qliento.rules.feel;

import java.util.Set;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.util.StringEvalHelper;

/**
 * The functions an expression may call: FEEL's built-in ones that need neither Java nor a clock and end soon. {@code
 * now} and {@code today} are values here, since time is given and not asked for.
 */
public final class Functions {

    static final Set<String> NAMES = Set.of(
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "string",
            "number",
            "not",
            "substring",
            "string length",
            "upper case",
            "lower case",
            "substring before",
            "substring after",
            "replace",
            "contains",
            "starts with",
            "ends with",
            "matches",
            "split",
            "string join",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "median",
            "mode",
            "all",
            "any",
            "sublist",
            "append",
            "concatenate",
            "insert before",
            "remove",
            "reverse",
            "index of",
            "union",
            "distinct values",
            "flatten",
            "product",
            "decimal",
            "floor",
            "ceiling",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "abs",
            "modulo",
            "sqrt",
            "odd",
            "even",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "overlaps before",
            "overlaps after",
            "finishes",
            "finished by",
            "includes",
            "during",
            "starts",
            "started by",
            "coincides",
            "day of year",
            "day of week",
            "month of year",
            "week of year",
            "is",
            "exp",
            "log",
            "stddev");

    /** Those whose second parameter is a regular expression. */
    static final Set<String> WITH_PATTERN = Set.of("matches", "replace", "split");

    static final Set<String> WORDS_OF_FEEL = Set.of(
            "for",
            "return",
            "in",
            "if",
            "then",
            "else",
            "some",
            "every",
            "satisfies",
            "instance",
            "of",
            "function",
            "external",
            "or",
            "and",
            "between",
            "null",
            "true",
            "false",
            "undefined");

    private Functions() {}

    /** The name a call was written with, its spaces put in order. */
    public static String nameOf(FunctionInvocationNode call) {
        return normalized(call.getName().getText());
    }

    public static String normalized(String name) {
        return StringEvalHelper.normalizeVariableName(name);
    }
}
