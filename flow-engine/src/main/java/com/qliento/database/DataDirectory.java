package com.qliento.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one node keeps what must outlive it. Locked while in use: two nodes on one directory would
 * ruin each other's database.
 */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the directory, making it when there is none; throws {@link DatabaseUnavailable} when another process has it. */
    static DataDirectory take(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            create(root);
            var channel = FileChannel.open(root.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseUnavailable("Another Qliento is running on the data directory " + root
                        + ". Stop it first, or give this one its own with qliento.data-dir.");
            }
            return new DataDirectory(root, channel, lock);
        } catch (IOException unusable) {
            throw new DatabaseUnavailable(
                    "The data directory " + root + " can't be used: " + unusable.getMessage()
                            + ". Make it writable for this user, or choose another with qliento.data-dir.",
                    unusable);
        }
    }

    private static void create(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        if (root.getParent() != null) {
            Files.createDirectories(root.getParent());
        }
        if (knowsOwners(root)) {
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(root);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** A random password kept in a file that only this user can read; made on first use. */
    String password(String name) {
        var file = root.resolve(name);
        try {
            boolean there = Files.exists(file);
            closed(name);
            if (!there) {
                var bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("The password file " + file + " can't be read or written.", unreadable);
        }
    }

    /** A file that only this user can read: made when there is none, closed to others when there is one. */
    Path closed(String name) throws IOException {
        var file = root.resolve(name);
        var own = PosixFilePermissions.fromString("rw-------");
        if (!knowsOwners(file)) {
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
        } else if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(own));
        } else if (!Files.getPosixFilePermissions(file).equals(own)) {
            Files.setPosixFilePermissions(file, own);
        }
        return file;
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
