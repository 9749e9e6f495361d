package com.qliento.database;

/** The database can't be used as configured; the text says what to do and is printed at start without a stack trace. */
public class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String message) {
        super(message);
    }

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
