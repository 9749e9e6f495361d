package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The server that Qliento brings along. All tests start on one directory: each but the first finds what was kept. */
class EmbeddedServerTest {

    @TempDir
    private static Path directory;

    @Test
    void an_empty_directory_is_enough_to_start_and_data_is_kept(@TempDir Path empty) throws Exception {
        try (var server = EmbeddedServer.start(empty.resolve("not/there/yet"))) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (var server = EmbeddedServer.start(empty.resolve("not/there/yet"))) {
            assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(query(server, "SHOW server_version")).startsWith("18");
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void nothing_of_what_it_is_asked_comes_into_its_own_log() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            execute(server, "CREATE TABLE asked (id text PRIMARY KEY, n int)");
            execute(server, "INSERT INTO asked VALUES ('CAN-once')");
            for (var failing : List.of(
                    "INSERT INTO asked VALUES ('CAN-once')",
                    "SELECT 'CAN-cast'::int",
                    "SELECT 1 / 0 AS \"CAN-named\"",
                    "DO $$ BEGIN RAISE WARNING 'CAN-warned'; END $$; SELECT * FROM \"CAN-nowhere\"")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(server, failing));
            }
        }

        var log = Files.readString(directory.resolve("postgres.log"));
        assertThat(log).contains("ready to accept connections").doesNotContain("CAN-");
    }

    @Test
    void a_second_start_on_a_directory_in_use_says_so_and_does_no_harm() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> EmbeddedServer.start(directory).close())
                    .withMessageContaining("Another Qliento is running on the data directory")
                    .withMessageContaining(directory.toString())
                    .withMessageContaining("qliento.data-dir");

            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_pid_file_of_a_process_that_is_no_postgres_does_not_stop_the_start() throws Exception {
        EmbeddedServer.start(directory).close();
        var own = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("postgres/postmaster.pid"), own + "\n/elsewhere\n1\n5432\n");

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_server_on_another_directory_whose_number_stands_in_an_old_file_is_left_alone(@TempDir Path other)
            throws Exception {
        EmbeddedServer.start(directory).close();
        try (var stranger = EmbeddedServer.start(withPrograms(other))) {
            var pidFile = "postgres/postmaster.pid";
            Files.copy(other.resolve(pidFile), directory.resolve(pidFile));

            try (var server = EmbeddedServer.start(directory)) {
                assertThat(query(server, "SELECT 1")).isEqualTo("1");
            }

            assertThat(query(stranger, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_dies_is_started_again_at_the_same_place() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            execute(server, "CREATE TABLE survives AS SELECT 'it does' AS word");
            var url = server.login("postgres").url();

            postmaster().destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(
                            query(server, "SELECT word FROM survives"))
                    .isEqualTo("it does"));
            assertThat(server.login("postgres").url()).isEqualTo(url);
            execute(server, "DROP TABLE survives");
        }
    }

    @Test
    void a_server_that_cannot_be_started_again_ends_the_process(@TempDir Path empty) throws Exception {
        var ended = new CompletableFuture<Void>();
        try (var server = EmbeddedServer.start(withPrograms(empty), () -> ended.complete(null))) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
            var postmaster = postmaster(empty);
            Files.writeString(
                    empty.resolve("postgres/postgresql.conf"), "\nno_such_setting = on\n", StandardOpenOption.APPEND);

            postmaster.destroyForcibly();

            assertThat(ended).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    @Test
    void an_empty_pid_file_does_not_stop_the_start() throws Exception {
        EmbeddedServer.start(directory).close();
        Files.writeString(directory.resolve("postgres/postmaster.pid"), "");

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_postgres_that_a_killed_qliento_left_behind_is_stopped_and_its_data_are_kept() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("left-behind.log").toFile())
                .start();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var postmaster = postmaster();
        assertThat(postmaster.isAlive()).isTrue();

        try (var server = EmbeddedServer.start(directory)) {
            assertThat(query(server, "SELECT word FROM left_behind")).isEqualTo("kept");
        }

        assertThat(postmaster.isAlive()).isFalse();
        assertThat(mode("postgres-binaries")).isEqualTo("rwx------");
    }

    @Test
    void a_directory_with_a_space_and_letters_of_any_language_is_as_good_as_another(@TempDir Path empty)
            throws Exception {
        var named = "Año nuevo, 新しい";
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode(named),
                "this machine's files can't have such a name; start it with LANG=C.UTF-8");
        EmbeddedServer.start(withPrograms(empty.resolve(named))).close();
        var pidFile = empty.resolve(named).resolve("postgres/postmaster.pid");
        Files.write(pidFile, "1\n/data/A\u00f1o\n".getBytes(StandardCharsets.ISO_8859_1));

        try (var server = EmbeddedServer.start(empty.resolve(named))) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        try (var server = EmbeddedServer.start(directory)) {
            var login = server.login("postgres");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(login.url(), "postgres", "")
                            .close());
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(login.url(), "postgres", "postgres")
                            .close())
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void the_passwords_can_be_read_by_their_owner_only() throws Exception {
        EmbeddedServer.start(directory).close();

        assertThat(mode("postgres.password")).isEqualTo("rw-------");
    }

    @Test
    void files_that_others_could_read_are_closed_to_them_at_the_next_start() throws Exception {
        EmbeddedServer.start(directory).close();
        for (var name : List.of("postgres.password", "postgres.log")) {
            Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rw-rw-rw-"));
        }

        EmbeddedServer.start(directory).close();

        assertThat(mode("postgres.password")).isEqualTo("rw-------");
        assertThat(mode("postgres.log")).isEqualTo("rw-------");
    }

    /** With the programs unpacked already: that takes longer than all else of a start, and other tests look at it. */
    private static Path withPrograms(Path other) throws IOException {
        var programs = "postgres-binaries";
        if (Files.notExists(directory.resolve(programs))) {
            EmbeddedServer.start(directory).close();
        }
        FileSystemUtils.copyRecursively(directory.resolve(programs), other.resolve(programs));
        return other;
    }

    private static String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    private static ProcessHandle postmaster() throws IOException {
        return postmaster(directory);
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        var pid = Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static void execute(EmbeddedServer server, String sql) throws SQLException {
        var login = server.login("postgres");
        try (var connection = DriverManager.getConnection(
                        login.url(), login.owner().user(), login.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        var login = server.login("postgres");
        try (var connection = DriverManager.getConnection(
                        login.url(), login.owner().user(), login.owner().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
