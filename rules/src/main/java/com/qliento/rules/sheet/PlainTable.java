package com.qliento.rules.sheet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision table as its file has it; what the file has not is empty.
 *
 * @param aggregation what COLLECT does with the values, such as {@code SUM}
 * @param columns inputs, then outputs, then notes
 */
record PlainTable(String hitPolicy, String aggregation, List<Column> columns, List<Row> rows) {

    /** What the description of a row is called among the notes; other notes are annotations of their own names. */
    static final String DESCRIPTION = "description";

    /** A condition that anything meets. */
    static final String ANY = "-";

    /** What a column is for. */
    enum Role {
        WHEN,
        THEN,
        NOTE
    }

    /**
     * @param label what people see, empty when it is the expression
     * @param expression what an input looks at, the name of an output, {@link #DESCRIPTION} or empty for a note
     * @param values those allowed
     * @param otherwise of an output when no row matches
     */
    record Column(Role role, String id, String label, String expression, String type, String values, String otherwise) {

        /** What people know it by. */
        String heading() {
            return label.isEmpty() ? expression : label;
        }

        static Column of(Role role, String id, String label) {
            return new Column(role, id, label, "", "", "", "");
        }

        Column as(String newId) {
            return new Column(role, newId, label, expression, type, values, otherwise);
        }

        Column labelled(String newLabel) {
            return new Column(role, id, newLabel, expression, type, values, otherwise);
        }

        Column expressing(String newExpression) {
            return new Column(role, id, label, newExpression, type, values, otherwise);
        }

        Column typed(String newType) {
            return new Column(role, id, label, expression, newType, values, otherwise);
        }

        Column allowing(String newValues) {
            return new Column(role, id, label, expression, type, newValues, otherwise);
        }

        Column otherwise(String newOtherwise) {
            return new Column(role, id, label, expression, type, values, newOtherwise);
        }

        /** Whether both say the same, whatever their ids are. */
        boolean same(Column other) {
            return as("").equals(other.as(""));
        }
    }

    /** What stands in a column. */
    Set<String> texts(int column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }

    /** A cell of a row; a note has no id. */
    record Entry(String id, String text) {

        /** Shows no text. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /** A rule, an entry for each column. */
    record Row(String id, List<Entry> entries) {

        String text(int column) {
            return entries.get(column).text();
        }
    }
}
