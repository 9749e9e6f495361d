package com.qliento.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Statements that travel to the database together: one wait for all of them. They run in their order in the open
 * transaction; the first that fails ends the rest. Used once, by one thread.
 */
public final class RoundTrip {

    /** Reads one row; the cursor stands on it. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private record Answer(
            @Nullable RowReader rows, @Nullable IntConsumer count) {}

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** Adds a question; its rows are read when all statements have run. */
    public RoundTrip query(RowReader rows, String statement, @Nullable Object... values) {
        return add(new Answer(rows, null), statement, values);
    }

    /** Adds a change. */
    public RoundTrip update(String statement, @Nullable Object... values) {
        return add(new Answer(null, null), statement, values);
    }

    /** Adds a change; {@code count} hears how many rows it met when all statements have run. */
    public RoundTrip update(IntConsumer count, String statement, @Nullable Object... values) {
        return add(new Answer(null, count), statement, values);
    }

    private RoundTrip add(Answer answer, String statement, @Nullable Object... values) {
        if (!answers.isEmpty()) {
            sql.append(";\n");
        }
        sql.append(statement);
        parameters.addAll(Arrays.asList(values));
        answers.add(answer);
        return this;
    }

    /** Runs them; errors are Spring's, as from any other statement. Nothing is sent when nothing was added. */
    public void run(JdbcOperations jdbc) {
        if (!answers.isEmpty()) {
            jdbc.execute(sql.toString(), (PreparedStatement statement) -> {
                run(statement);
                return true;
            });
        }
    }

    private void run(PreparedStatement statement) throws SQLException {
        int at = 1;
        for (var value : parameters) {
            if (value == null) {
                statement.setNull(at++, Types.NULL);
            } else {
                statement.setObject(at++, value);
            }
        }
        statement.execute();
        for (var answer : answers) {
            read(statement, answer);
            statement.getMoreResults();
        }
    }

    private static void read(PreparedStatement statement, Answer answer) throws SQLException {
        if (answer.rows() != null) {
            var rows = statement.getResultSet();
            while (rows.next()) {
                answer.rows().read(rows);
            }
        } else if (answer.count() != null) {
            answer.count().accept(statement.getUpdateCount());
        }
    }
}
