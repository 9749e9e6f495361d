package com.qliento.flow;

import java.util.List;
import java.util.Set;

/** What the checker asks of the expression language. */
interface Language {

    /** What is wrong with a FEEL expression that may use these names. */
    List<Finding> expression(String feel, Set<String> names);

    /** What is wrong with a text with FEEL in double braces, and how long it is at least. */
    Text text(String text, Set<String> names);

    /** @param unknownName whether the expression is sound but uses a name nothing in the flow gives */
    record Finding(boolean unknownName, String message) {}

    /** @param constantLength characters outside of the double braces */
    record Text(List<Finding> findings, int constantLength) {}
}
