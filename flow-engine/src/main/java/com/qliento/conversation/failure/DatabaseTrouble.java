package com.qliento.conversation.failure;

import com.qliento.vault.KeysUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a message that can't be handled: the engine wraps both alike. */
public final class DatabaseTrouble {

    private DatabaseTrouble() {}

    /** Whether the database is behind this failure, so that trying again later may help. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeysUnavailable
                    || cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && isAway(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQL states: 08 connection, 57P operator intervention, 40 rolled back, 53 out of resources. */
    private static boolean isAway(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("40")
                        || state.startsWith("53"));
    }
}
