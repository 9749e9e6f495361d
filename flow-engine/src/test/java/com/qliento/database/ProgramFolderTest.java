package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFolderTest {

    @TempDir
    private Path directory;

    @Test
    void programs_that_others_may_have_written_are_thrown_away_and_unpacked_anew() throws Exception {
        var folder = Files.createDirectory(directory.resolve("postgres-binaries"));
        Files.writeString(folder.resolve("planted"), "");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        new ProgramFolder(folder).prepare();

        assertThat(folder).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void programs_that_only_their_owner_could_write_are_kept() throws Exception {
        var folder = Files.createDirectory(directory.resolve("postgres-binaries"));
        Files.writeString(folder.resolve("unpacked"), "");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        new ProgramFolder(folder).prepare();
        folder.toFile().setWritable(true, false);
        new ProgramFolder(folder).close();

        assertThat(folder.resolve("unpacked")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_leads_elsewhere_is_refused() throws Exception {
        var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        var folder = Files.createSymbolicLink(directory.resolve("postgres-binaries"), elsewhere);

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> new ProgramFolder(folder).prepare())
                .withMessageContaining("Delete it");
    }
}
