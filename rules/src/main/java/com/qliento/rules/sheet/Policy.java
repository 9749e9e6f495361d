package com.qliento.rules.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a table decides, as the first cell of a sheet says it: {@code FIRST}, {@code COLLECT SUM}.
 *
 * @param aggregation empty for none
 */
record Policy(String hit, String aggregation) {

    private static final List<String> HITS =
            List.of("UNIQUE", "FIRST", "ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT");
    private static final List<String> AGGREGATIONS = List.of("SUM", "MIN", "MAX", "COUNT");

    static Optional<Policy> of(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        if (HITS.contains(text)) {
            return Optional.of(new Policy(text, ""));
        }
        return AGGREGATIONS.stream()
                .filter(aggregation -> text.equals("COLLECT " + aggregation))
                .map(aggregation -> new Policy("COLLECT", aggregation))
                .findFirst();
    }

    @Override
    public String toString() {
        return aggregation.isEmpty() ? hit : hit + " " + aggregation;
    }
}
