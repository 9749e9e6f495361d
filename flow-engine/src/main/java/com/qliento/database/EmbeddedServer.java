package com.qliento.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Qliento brings along, on a data directory that is kept. zonky's server is made for tests (no
 * fsync, anybody on the machine may connect); here it is durable and asks for a password. One that ends by itself is
 * started again at the same port, where all who use it find it again: most run Qliento with nothing that would. Only when
 * that fails the process ends, so that whatever watches over it starts both.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final String SUPERUSER = "postgres";

    /** How often it is tried to start it again, with a pause of 1, 2, 4 ... seconds before each but the first. */
    private static final int TRIES = 5;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DataDirectory directory;
    private final Runnable giveUp;
    private final EmbeddedPostgres server;
    private final ServerProcess process;
    private volatile boolean closing;

    private EmbeddedServer(DataDirectory directory, EmbeddedPostgres server, Runnable giveUp) {
        this.directory = directory;
        this.server = server;
        this.giveUp = giveUp;
        this.process = new ServerProcess(directory.resolve("postgres"));
    }

    /** Starts the server, stopping first one that an earlier, killed Qliento left behind on the same directory. */
    static EmbeddedServer start(Path dataDirectory) {
        // What is queued is in the database, so nothing is lost by ending at once; an orderly end would wait for it.
        return start(dataDirectory, () -> Runtime.getRuntime().halt(1));
    }

    /** The same, with what is to be done when a server that ended can't be started again. */
    static EmbeddedServer start(Path dataDirectory, Runnable giveUp) {
        var directory = DataDirectory.take(dataDirectory);
        try {
            var cluster = directory.resolve("postgres");
            new ServerProcess(cluster).stopLeftBehind();
            var programs = new ProgramFolder(directory.resolve("postgres-binaries"));
            programs.prepare();
            var started = new EmbeddedServer(directory, settings(directory).start(), giveUp);
            programs.close();
            started.closeToStrangers(cluster, directory.password("postgres.password"));
            started.process.find();
            started.watch();
            return started;
        } catch (IOException | SQLException failed) {
            throw notStarted(directory, failed);
        } catch (IllegalStateException failed) {
            throw notStarted(directory, failed);
        }
    }

    private static EmbeddedPostgres.Builder settings(DataDirectory directory) throws IOException {
        var log = directory.closed("postgres.log").toFile();
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        directory.resolve("postgres-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", directory.password("postgres.password"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("autovacuum_naptime", "10s")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log));
        ServerLog.QUIET.forEach(server::setServerConfig);
        return server;
    }

    private void watch() {
        var thread = new Thread(
                () -> {
                    while (!closing) {
                        LockSupport.parkNanos(LOOK_EVERY.toNanos());
                        if (!closing && !process.isRunning()) {
                            ended();
                        }
                    }
                },
                "embedded-postgres-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void ended() {
        LOG.error(
                "The embedded PostgreSQL ended by itself. It is started again; its own words are in {}",
                directory.resolve("postgres.log"));
        for (int i = 0; i < TRIES && !closing; i++) {
            LockSupport.parkNanos(i == 0 ? 0 : TimeUnit.SECONDS.toNanos(1L << (i - 1)));
            if (startedAgain()) {
                LOG.warn("The embedded PostgreSQL runs again");
                return;
            }
        }
        if (!closing) {
            LOG.error(
                    "The embedded PostgreSQL can't be started again, so Qliento ends. Its own words are in {};"
                            + " start Qliento again when that is mended",
                    directory.resolve("postgres.log"));
            closing = true;
            giveUp.run();
        }
    }

    private synchronized boolean startedAgain() {
        try {
            return !closing && process.startAgain(directory.closed("postgres.log"));
        } catch (IOException failed) {
            LOG.warn("The embedded PostgreSQL does not start yet: {}", failed.getMessage());
            return false;
        }
    }

    private static DatabaseUnavailable notStarted(DataDirectory directory, Exception failed) {
        return new DatabaseUnavailable(
                "The embedded PostgreSQL did not start: " + failed.getMessage() + ". Its own words are in "
                        + directory.resolve("postgres.log")
                        + ". A database of your own can be used with spring.datasource.url.",
                failed);
    }

    /** Sets the superuser's password and has every connection asked for one; zonky lets in whoever comes. */
    private void closeToStrangers(Path cluster, String password) throws IOException, SQLException {
        var rules = """
                # Written by Qliento at each start.
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), rules);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** The superuser's and the application's login to a database of this server. */
    DatabaseLogin login(String database) {
        return new DatabaseLogin(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database,
                new DatabaseLogin.Account(SUPERUSER, directory.password("postgres.password")),
                new DatabaseLogin.Account(Migrations.APPLICATION_ROLE, directory.password("application.password")));
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        try {
            server.close();
        } finally {
            directory.close();
        }
    }
}
