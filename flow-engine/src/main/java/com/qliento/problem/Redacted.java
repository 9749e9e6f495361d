package com.qliento.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A failure without its words: they may repeat what a customer wrote. Types and places are enough to find the cause. */
public final class Redacted extends RuntimeException {

    private Redacted(Throwable failure, @Nullable Redacted cause) {
        super(name(failure), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static String name(Throwable failure) {
        var type = failure.getClass().getName();
        return failure instanceof SQLException sql ? type + " " + sql.getSQLState() : type;
    }

    /** The failure and its causes, each by its type and place only. */
    public static Redacted of(Throwable failure) {
        var cause = failure.getCause();
        return new Redacted(failure, cause == null || cause == failure ? null : of(cause));
    }
}
