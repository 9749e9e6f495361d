package com.qliento.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the state this version needs: the database itself, the role the application runs as, the tables.
 * Several nodes may do it at once.
 */
final class Migrations {

    /** The role that owns no table and that row-level security binds. */
    static final String APPLICATION_ROLE = "qliento_app";

    /** Where those of the main database lie: a folder for each feature, one order of numbers over all of them. */
    static final String[] MAIN = {"classpath:db/migration", "classpath:com/qliento/database/migration"};

    /** Where those of the key database lie, the same way. */
    static final String[] KEYS = {"classpath:db/keys"};

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final String NO_SUCH_DATABASE = "3D000";

    private Migrations() {}

    static void run(DatabaseLogin login, String... locations) {
        try {
            createDatabase(login);
            createRole(login);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(
                    "The database " + login.url() + " can't be prepared as user " + login.owner() + ": "
                            + failed.getMessage()
                            + ". Check that it runs, and that this user may create roles and tables.",
                    failed);
        }
        var result = Flyway.configure()
                .dataSource(login.url(), login.owner().user(), login.owner().password())
                .locations(locations)
                .loggers("slf4j")
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info("Database {}: {} migrations", databaseOf(login.url()), result.migrationsExecuted);
        }
    }

    private static void createDatabase(DatabaseLogin login) throws SQLException {
        try (var connection = connect(login, login.url())) {
            connection.isValid(5);
        } catch (SQLException missing) {
            if (!NO_SUCH_DATABASE.equals(missing.getSQLState())) {
                throw missing;
            }
            var name = databaseOf(login.url());
            try (var connection = connect(login, login.url().replaceFirst("/[^/?]+(\\?|$)", "/postgres$1"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE \"" + name.replace("\"", "") + "\"");
            } catch (SQLException raced) {
                if (!DUPLICATE_DATABASE.equals(raced.getSQLState())) {
                    throw raced;
                }
            }
        }
    }

    private static void createRole(DatabaseLogin login) throws SQLException {
        var create = String.format(
                Locale.ROOT,
                "DO $$ BEGIN CREATE ROLE %s NOLOGIN NOSUPERUSER NOBYPASSRLS;"
                        + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
                APPLICATION_ROLE);
        try (var connection = connect(login, login.url());
                var statement = connection.createStatement()) {
            if (!roleExists(connection)) {
                statement.execute(create);
            }
            if (login.stepsDown()) {
                statement.execute("DO $$ BEGIN IF NOT pg_has_role(current_user, '" + APPLICATION_ROLE
                        + "', 'SET') THEN GRANT " + APPLICATION_ROLE + " TO current_user; END IF; END $$");
            } else if (login.application().user().equals(APPLICATION_ROLE)) {
                statement.execute("ALTER ROLE " + APPLICATION_ROLE + " LOGIN PASSWORD '"
                        + String.valueOf(login.application().password()).replace("'", "''") + "'");
            }
        }
    }

    private static boolean roleExists(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, APPLICATION_ROLE);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Connection connect(DatabaseLogin login, String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.owner().user());
        if (login.owner().password() != null) {
            properties.setProperty("password", login.owner().password());
        }
        return DriverManager.getConnection(url, properties);
    }

    static String databaseOf(String url) {
        return url.replaceFirst("\\?.*$", "").replaceFirst("^.*/", "");
    }
}
