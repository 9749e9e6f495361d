package com.qliento.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that Qliento brings along, on a data directory that is kept. zonky's server is made for tests (no
 * fsync, anybody on the machine may connect); here it is durable and asks for a password.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private final DataDirectory directory;
    private final EmbeddedPostgres server;

    private EmbeddedServer(DataDirectory directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** Starts the server, stopping first one that an earlier, killed Qliento left behind on the same directory. */
    static EmbeddedServer start(Path dataDirectory) {
        var directory = DataDirectory.take(dataDirectory);
        try {
            var cluster = directory.resolve("postgres");
            stopLeftBehind(cluster);
            var password = directory.password("postgres.password");
            var log = directory.closed("postgres.log").toFile();
            var programs = new ProgramFolder(directory.resolve("postgres-binaries"));
            programs.prepare();
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            directory.resolve("postgres-binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
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
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            programs.close();
            var started = new EmbeddedServer(directory, server);
            started.closeToStrangers(cluster, password);
            return started;
        } catch (IOException | SQLException failed) {
            throw notStarted(directory, failed);
        } catch (IllegalStateException failed) {
            throw notStarted(directory, failed);
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

    private static void stopLeftBehind(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        // Its path is written as the machine writes names; only the number of the process is read.
        var lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        var process = lines.isEmpty() ? null : postgresProcess(lines).orElse(null);
        if (process != null) {
            process.destroy();
            try {
                process.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (Exception stubborn) {
                throw new DatabaseUnavailable(
                        "A PostgreSQL left behind by an earlier run (process " + process.pid()
                                + ") does not stop. Stop it by hand, then start again.",
                        stubborn);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> postgresProcess(List<String> pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).filter(process -> process.info()
                    .command()
                    .map(command -> command.endsWith("/postgres") || command.endsWith("postgres.exe"))
                    .orElse(false));
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
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
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            directory.close();
        }
    }
}
