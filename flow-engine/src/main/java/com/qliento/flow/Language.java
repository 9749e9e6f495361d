package com.qliento.flow;

import java.util.List;
import java.util.Set;

/** What the checker asks of the expression language; never throws, whatever an author wrote. */
public interface Language {

    /** What is wrong with a FEEL expression that may use these names. */
    List<Finding> expression(String feel, Set<String> names);

    /** What is wrong with a text with FEEL in double braces, and how long it is at least. */
    Text text(String text, Set<String> names);

    /**
     * Something wrong with an expression.
     *
     * @param unknownName whether the expression is sound but uses a name nothing in the flow gives
     * @param message a sentence with the place (line and column) and a full stop, to follow a colon
     */
    record Finding(boolean unknownName, String message) {}

    /**
     * What was found in a text.
     *
     * @param constantLength Unicode characters outside of the double braces
     */
    record Text(List<Finding> findings, int constantLength) {}
}
