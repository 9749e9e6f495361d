package com.qliento.rules.decision;

import java.util.List;

/**
 * What a model came to, and every row that was looked at on the way.
 *
 * @param rows in the order in which tables were decided
 */
public record Explained(Decided decided, List<RowTrace> rows) {

    public Explained {
        rows = List.copyOf(rows);
    }
}
