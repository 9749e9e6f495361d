package com.qliento.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** Tells a database that can't be reached from one that refused what was asked. */
final class DatabaseAway {

    private static final List<String> AWAY = List.of("08", "53", "57P", "58");

    private DatabaseAway() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            // A transaction that can't begin, commit or roll back hides the SQL state: its connection broke.
            if (cause instanceof TransactionException
                    || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQL states: 08 connection, 53 a disk or another resource is full, 57P operator intervention, 58 the machine's own failures. */
    private static boolean isAway(@Nullable String state) {
        return state != null && AWAY.stream().anyMatch(state::startsWith);
    }
}
