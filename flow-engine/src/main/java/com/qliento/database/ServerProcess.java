package com.qliento.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The process of the PostgreSQL on a directory, as the server's own file names it. That file may be old, and the number
 * another server's by now, which is never stopped: only one that works in this very directory is.
 */
final class ServerProcess {

    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    /** Whose a server is; not every system tells. */
    private enum Whose {
        OURS,
        ANOTHERS,
        UNKNOWN
    }

    private final Path cluster;
    private final Path pidFile;
    private volatile @Nullable ProcessHandle found;
    private volatile @Nullable Path program;

    ServerProcess(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /** The server was started: this is its process from now on. */
    void find() throws IOException {
        var process = named().orElseThrow(() -> new IOException("its process is not to be found"));
        program = process.info().command().map(Path::of).orElse(null);
        found = process;
    }

    /** Whether the process that was found last still works. */
    boolean isRunning() {
        var process = found;
        return process != null && process.isAlive() && !isDefunct(process);
    }

    /** In a container nobody may take notice of its end; it is on the list of processes for ever then. */
    private static boolean isDefunct(ProcessHandle process) {
        try {
            var words = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return words.startsWith(" Z", words.lastIndexOf(')') + 1);
        } catch (IOException noSuchList) {
            return false;
        }
    }

    /**
     * Starts it with the settings it was started with, after it ended by itself; false when it does not start now. What
     * it says goes to this file.
     */
    boolean startAgain(Path log) throws IOException {
        var command = program;
        if (command == null) {
            return false;
        }
        // It ended without taking its file away, and the number in it may be on the list of processes still.
        Files.deleteIfExists(pidFile);
        var control = command.resolveSibling(command.toString().endsWith(".exe") ? "pg_ctl.exe" : "pg_ctl");
        var words = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // As zonky does for root, whom PostgreSQL refuses.
            words.addAll(List.of("unshare", "-U"));
        }
        words.addAll(List.of(control.toString(), "-D", cluster.toString(), "-w", "-t", "60", "restart"));
        var starting = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            boolean started = starting.waitFor() == 0;
            if (started) {
                find();
            }
            return started;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Stops one that an earlier, killed Qliento left behind, and takes the file away that names it.
     *
     * @throws DatabaseUnavailable when it does not stop, or nobody can tell whether it is this directory's
     */
    void stopLeftBehind() throws IOException {
        var process = named().orElse(null);
        var whose = process == null ? Whose.ANOTHERS : whose(process);
        if (process != null && whose == Whose.OURS) {
            stop(process);
        } else if (process != null && whose == Whose.UNKNOWN) {
            throw new DatabaseUnavailable("Process " + process.pid()
                    + " may be a PostgreSQL that an earlier run left behind on " + cluster
                    + "; this system does not tell. Stop it by hand if it is, or delete " + pidFile
                    + " if it is another server. Then start again.");
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> named() throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        // Its path is written as the machine writes names; only the number of the process is read.
        var lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        return lines.isEmpty() ? Optional.empty() : postgres(lines);
    }

    private static void stop(ProcessHandle process) {
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

    private static Optional<ProcessHandle> postgres(List<String> pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip())).filter(process -> process.info()
                    .command()
                    .map(command -> command.endsWith("/postgres") || command.endsWith("postgres.exe"))
                    .orElse(false));
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }

    /** A server works in its directory, and names it when it is started. */
    private Whose whose(ProcessHandle process) throws IOException {
        var works = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(works)) {
            return Files.isSameFile(works, cluster) ? Whose.OURS : Whose.ANOTHERS;
        }
        if (Files.isDirectory(Path.of("/proc/self"))) {
            // It is another user's, who may look into this directory no more than we into theirs; or it has just ended.
            return Whose.ANOTHERS;
        }
        var arguments = process.info().arguments();
        if (arguments.isEmpty()) {
            return Whose.UNKNOWN;
        }
        return List.of(arguments.get()).contains(cluster.toAbsolutePath().toString()) ? Whose.OURS : Whose.ANOTHERS;
    }
}
