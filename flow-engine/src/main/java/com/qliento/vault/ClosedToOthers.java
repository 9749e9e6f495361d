package com.qliento.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Sees to it that nobody but its owner can read a secret file, or put another in its place. Does nothing where the file
 * system knows no permissions.
 */
final class ClosedToOthers {

    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 022;

    private ClosedToOthers() {}

    /**
     * Takes the rights of others from the file, and from its folder when that holds nothing else.
     *
     * @throws IllegalStateException when they cannot be taken, or when anybody may put files into a folder that is shared
     */
    static void make(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        close(file, OWN_FILE);
        Path folder = file.resolveSibling(".").normalize();
        if (Files.isReadable(folder) && holdsOnly(folder)) {
            close(folder, OWN_FOLDER);
        } else if (openToWriters(folder)) {
            throw new IllegalStateException(
                    "The root keyset " + file + " is in the folder " + folder
                            + ", which anybody may put files into. Take that right away (chmod go-w), or keep the file elsewhere.");
        }
    }

    private static void close(Path path, Set<PosixFilePermission> own) throws IOException {
        if (own.containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, own);
        } catch (IOException notOurs) {
            throw new IllegalStateException(
                    "Other users of this machine can get at the root keyset through " + path
                            + ", and its permissions can't be changed by this one. Set them to "
                            + PosixFilePermissions.toString(own) + ", for the user who runs Qliento.",
                    notOurs);
        }
    }

    private static boolean holdsOnly(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.limit(2).count() == 1;
        }
    }

    /** With the sticky bit, as temporary folders have it, nobody replaces what is another's. */
    private static boolean openToWriters(Path folder) throws IOException {
        int mode = (Integer) Files.getAttribute(folder, "unix:mode");
        return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
    }
}
