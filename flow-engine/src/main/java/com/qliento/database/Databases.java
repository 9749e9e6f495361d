package com.qliento.database;

/** The two databases of a node: what it works with, and the keys that what is personal in it is sealed with. */
record Databases(DatabaseLogin main, DatabaseLogin keys, boolean embedded, AutoCloseable server)
        implements AutoCloseable {

    @Override
    public void close() throws Exception {
        server.close();
    }
}
