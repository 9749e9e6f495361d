package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeysetFileTest {

    private final VaultDatabases databases = new VaultDatabases();

    @TempDir
    private Path dataDir;

    private Path file() {
        return dataDir.resolve("keys").resolve("root-keyset.json");
    }

    private void startAndSeal() {
        try (VaultFixture node = VaultFixture.start(databases, dataDir)) {
            node.vault().seal(anOrganisation(), SubjectId.random(), aPlace(), NOW, new byte[] {1});
        }
    }

    @Test
    void a_first_start_creates_the_keyset_which_only_its_owner_can_read() throws IOException {
        startAndSeal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().resolveSibling("."))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_keyset_missing_though_keys_need_it_stops_the_start_and_none_is_created() throws IOException {
        startAndSeal();
        Files.delete(file());

        assertThatThrownBy(this::startAndSeal)
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("root-keyset.json is missing")
                .hasMessageContaining("Put the file back");
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_foreign_keyset_stops_the_start(@TempDir Path elsewhere) throws IOException {
        startAndSeal();
        RootKeysetFile.open(elsewhere.resolve("other.json"), false);
        Files.delete(file());
        Files.copy(elsewhere.resolve("other.json"), file());

        assertThatThrownBy(this::startAndSeal)
                .hasStackTraceContaining("The root keyset does not belong to this key database");
    }

    @Test
    void a_file_that_is_no_keyset_stops_the_start() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{}");

        assertThatThrownBy(() -> RootKeysetFile.open(file(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not a Tink AEAD keyset");
    }

    @Test
    void a_keyset_that_others_could_read_is_closed_to_them_at_the_next_start() throws IOException {
        startAndSeal();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

        startAndSeal();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_holds_other_things_too_stays_as_it_is_unless_anybody_may_put_files_there() throws IOException {
        var folder = Files.createDirectory(dataDir.resolve("shared"));
        Files.writeString(folder.resolve("of-somebody-else"), "");
        var keyset = folder.resolve("root-keyset.json");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        RootKeysetFile.open(keyset, false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> RootKeysetFile.open(keyset, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("anybody may put files into")
                .hasMessageContaining(folder.toString());
    }
}
