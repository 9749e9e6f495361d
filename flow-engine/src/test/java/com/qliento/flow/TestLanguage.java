package com.qliento.flow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Stands in for FEEL: two opening brackets are no expression, and {@code colour} is a name that must be given. */
final class TestLanguage implements Language {
    private static final Pattern BRACES = Pattern.compile("\\{\\{.*?}}");

    @Override
    public List<Finding> expression(String feel, Set<String> names) {
        if (feel.contains("((")) {
            return List.of(new Finding(false, "no FEEL at column 2."));
        }
        return feel.contains("colour") && !names.contains("colour")
                ? List.of(new Finding(true, "nothing gives 'colour'."))
                : List.of();
    }

    @Override
    public Text text(String text, Set<String> names) {
        List<Finding> findings = BRACES.matcher(text)
                .results()
                .flatMap(m -> expression(m.group(), names).stream())
                .toList();
        return new Text(findings, BRACES.matcher(text).replaceAll("").length());
    }
}
