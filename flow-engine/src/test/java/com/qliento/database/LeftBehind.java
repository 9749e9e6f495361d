package com.qliento.database;

import java.nio.file.Path;

/** A process that starts the server, writes a row and dies without a word, as one that is killed. */
final class LeftBehind {

    private LeftBehind() {}

    /** The first argument is the data directory. */
    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.start(Path.of(arguments[0]));
        EmbeddedServerTest.execute(server, "CREATE TABLE left_behind AS SELECT 'kept' AS word");
        Runtime.getRuntime().halt(137);
    }
}
