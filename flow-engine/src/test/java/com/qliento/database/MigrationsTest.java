package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.qliento.scene.ScenePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the migrations lie, and how they are numbered. */
class MigrationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/db");
    private static final Path FEATURES = Path.of("src/main/java/com/qliento");
    private static final String IN_JAVA = "database/migration";

    @Test
    void every_migration_lies_in_the_folder_of_a_feature() throws IOException {
        for (var file : files(RESOURCES)) {
            var place = RESOURCES.relativize(file);

            assertThat(place.getNameCount())
                    .as("db/<database>/<feature>/V…: " + place)
                    .isEqualTo(3);
            assertThat(FEATURES.resolve(place.getName(1))).as(place.toString()).isDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration", "keys"})
    void no_number_is_given_twice(String database) throws IOException {
        var numbers = files(RESOURCES.resolve(database)).stream();
        var inJava = database.equals("migration") ? files(FEATURES.resolve(IN_JAVA)).stream() : Stream.<Path>of();

        var byNumber = Stream.concat(numbers, inJava)
                .collect(Collectors.groupingBy(
                        MigrationsTest::number, Collectors.mapping(Path::getFileName, Collectors.toList())));

        assertThat(byNumber).isNotEmpty();
        assertThat(byNumber.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::toString))
                .isEmpty();
    }

    @Test
    void a_database_made_while_all_lay_in_one_folder_has_nothing_to_do(@TempDir Path flat) throws IOException {
        for (var file : files(RESOURCES.resolve("migration"))) {
            Files.copy(file, flat.resolve(file.getFileName()));
        }
        var account = new DatabaseLogin.Account("postgres", null);
        var login = new DatabaseLogin(ScenePostgres.newDatabase(), account, account);
        Migrations.run(login, "filesystem:" + flat, "classpath:com/qliento/" + IN_JAVA);

        assertThatCode(() -> Migrations.run(login, Migrations.MAIN)).doesNotThrowAnyException();

        var now = Flyway.configure()
                .dataSource(login.url(), "postgres", "")
                .locations(Migrations.MAIN)
                .load()
                .info();
        assertThat(now.pending()).isEmpty();
        assertThat(now.applied()).hasSizeGreaterThan(25);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static MigrationVersion number(Path file) {
        var name = file.getFileName().toString();
        assertThat(name).matches("V\\d+(_\\d+)*__[a-z0-9_]+\\.(sql|java)");
        return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
    }
}
