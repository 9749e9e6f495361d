package com.qliento.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.qliento.scene.ScenePostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

class MachineDefaultsTest {

    private final MachineDefaults defaults = new MachineDefaults();

    @AfterEach
    void asBefore() {
        MachineDefaults.putAside();
    }

    @Test
    void a_zone_whose_name_postgresql_does_not_know_does_not_keep_anybody_from_the_database() throws SQLException {
        var database = ScenePostgres.newDatabase();
        TimeZone.setDefault(new SimpleTimeZone(0, "Europe/Newly_Named"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        DriverManager.getConnection(database, "postgres", "").close())
                .withMessageContaining("TimeZone");

        defaults.postProcessEnvironment(new StandardEnvironment(), new SpringApplication());

        try (var connection = DriverManager.getConnection(database, "postgres", "")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist", "lt-LT"})
    @SuppressWarnings({"StringCaseLocaleUsage", "DefaultLocale"})
    void words_and_numbers_for_programs_are_the_same_on_every_machine(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        defaults.postProcessEnvironment(new StandardEnvironment(), new SpringApplication());

        assertThat("LINUX IS".toLowerCase()).isEqualTo("linux is");
        assertThat(String.format("%d %,.1f", 1234, 1234.5)).isEqualTo("1234 1,234.5");
    }

    @Test
    void the_zone_that_times_are_shown_in_is_the_machines_unless_it_is_set() {
        var unset = new StandardEnvironment();
        var set = new MockEnvironment().withProperty("qliento.zone", "Europe/Lisbon");

        defaults.postProcessEnvironment(unset, new SpringApplication());
        defaults.postProcessEnvironment(set, new SpringApplication());

        assertThat(unset.getProperty("qliento.zone")).isNotBlank();
        assertThat(set.getProperty("qliento.zone")).isEqualTo("Europe/Lisbon");
    }
}
