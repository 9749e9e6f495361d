package com.qliento.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The folder into which PostgreSQL's programs are unpacked, and from which they are started. zonky lets everybody on the
 * machine write there, and so choose what is started; here it is its owner's alone, where the file system knows of owners.
 */
final class ProgramFolder {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final boolean posix;

    ProgramFolder(Path folder) {
        this.folder = folder;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /**
     * Makes the folder ready to be unpacked into: what others may have written there is thrown away.
     *
     * @throws DatabaseUnavailable when the folder belongs to somebody else
     */
    void prepare() throws IOException {
        if (!posix) {
            return;
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            refuseForeign();
            var mode = Files.getPosixFilePermissions(folder);
            if (mode.contains(PosixFilePermission.OTHERS_WRITE) || mode.contains(PosixFilePermission.GROUP_WRITE)) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        if (Files.notExists(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWN));
        }
        // Without the right to enter it, zonky's right to write helps nobody.
        Files.setPosixFilePermissions(folder, OWN);
    }

    /** Takes back what zonky has allowed to everybody. */
    void close() throws IOException {
        if (posix && Files.exists(folder)) {
            Files.setPosixFilePermissions(folder, OWN);
        }
    }

    private void refuseForeign() throws IOException {
        var mine = Files.createTempFile(folder.resolveSibling("."), "owner", null);
        try {
            var owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            if (Files.isSymbolicLink(folder) || !owner.equals(Files.getAttribute(mine, "unix:uid"))) {
                throw new DatabaseUnavailable("The folder " + folder
                        + " belongs to another user, who could choose which programs are started."
                        + " Delete it; it is made anew at the next start.");
            }
        } finally {
            Files.delete(mine);
        }
    }
}
