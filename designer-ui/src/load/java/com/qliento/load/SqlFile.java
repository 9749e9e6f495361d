package com.qliento.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a file of statements, each ending its line with a semicolon, and prints what they select: {@code SqlFile FILE
 * [SETTING VALUE]...}. The database is named by the environment, so that no password is on a command line: {@code
 * LOAD_DATABASE_URL}, {@code LOAD_DATABASE_USERNAME}, {@code LOAD_DATABASE_PASSWORD}.
 */
public final class SqlFile {
    private SqlFile() {}

    /** Each statement commits by itself; the first that fails ends the run. */
    public static void main(String... words) throws IOException, SQLException {
        String script = Files.readString(Path.of(words[0]));
        try (Connection connection = DriverManager.getConnection(
                        System.getenv("LOAD_DATABASE_URL"),
                        System.getenv("LOAD_DATABASE_USERNAME"),
                        System.getenv("LOAD_DATABASE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            for (int i = 1; i + 1 < words.length; i += 2) {
                set(connection, words[i], words[i + 1]);
            }
            for (String sql : script.split(";\\s*\n", -1)) {
                if (!sql.isBlank() && statement.execute(sql)) {
                    print(statement);
                }
            }
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (var set = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
            set.setString(1, setting);
            set.setString(2, value);
            set.execute();
        }
    }

    private static void print(Statement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                System.out.printf("%-42s %s%n", rows.getMetaData().getColumnLabel(1), rows.getString(1));
            }
        }
    }
}
