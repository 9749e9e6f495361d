package com.qliento.ui.structure.broken;

import java.sql.Connection;

/** A screen's class that goes round the services. */
public final class AsksTheDatabase {

    private final Connection connection;

    public AsksTheDatabase(Connection connection) {
        this.connection = connection;
    }

    /** The connection. */
    public Connection connection() {
        return connection;
    }
}
