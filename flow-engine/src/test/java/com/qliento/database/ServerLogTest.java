package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings of a PostgreSQL bring something of people into its log. */
class ServerLogTest {

    @Test
    void the_settings_of_the_server_that_comes_along_bring_nothing() {
        assertThat(new ServerLog(ServerLog.QUIET).writesValues()).isEmpty();
    }

    @Test
    void those_a_server_has_when_nobody_set_any_write_statements_and_details_of_errors() {
        assertThat(new ServerLog(Map.of(
                                "log_min_messages", "warning",
                                "log_min_error_statement", "error",
                                "log_error_verbosity", "default"))
                        .writesValues())
                .containsExactly(
                        "log_min_error_statement is error, should be panic",
                        "log_error_verbosity is default, should be terse");
    }

    @ParameterizedTest
    @CsvSource({
        "log_statement, mod",
        "log_statement, all",
        "log_min_duration_statement, 250",
        "log_min_duration_sample, 0",
        "log_transaction_sample_rate, 0.1",
    })
    void each_that_writes_statements_is_told_of(String name, String value) {
        var settings = new HashMap<>(ServerLog.QUIET);
        settings.put(name, value);

        assertThat(new ServerLog(settings).writesValues())
                .singleElement()
                .asString()
                .startsWith(name + " is " + value);
    }

    @Test
    void statements_that_change_tables_say_nothing_of_anybody() {
        var settings = new HashMap<>(ServerLog.QUIET);
        settings.put("log_statement", "ddl");

        assertThat(new ServerLog(settings).writesValues()).isEmpty();
    }

    /** The tests' own server is as nobody set it. */
    @Test
    void a_database_of_one_s_own_that_writes_them_is_warned_of_in_its_health() {
        var health = Scene.shared().bean(ServerLogHealth.class);

        health.look();

        assertThat(health.health().getDetails())
                .extractingByKey("writesValues")
                .asString()
                .contains("main: log_min_error_statement is error", "keys: log_error_verbosity is default");
    }
}
