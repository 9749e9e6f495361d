package com.qliento.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a PostgreSQL writes into its own log. Statements, their parameters and the details of errors hold values and ids of
 * people, and no erasure reaches a log.
 */
final class ServerLog {

    /** For the server that Qliento brings along: how it fares, and nothing of what it was asked. Whoever asked hears of errors. */
    static final Map<String, String> QUIET = Map.of(
            // Above errors and warnings, whose sentences repeat values.
            "log_min_messages", "log",
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic",
            "log_parameter_max_length_on_error", "0",
            "log_statement", "none",
            "log_min_duration_statement", "-1",
            "log_min_duration_sample", "-1",
            "log_transaction_sample_rate", "0");

    /** Levels from which on neither an error nor what stands beside it is written. */
    private static final Set<String> ABOVE_ERRORS = Set.of("log", "fatal", "panic");

    private final Map<String, String> settings;

    /** @param settings of the server, by name; one that it does not have is missing */
    ServerLog(Map<String, String> settings) {
        this.settings = new TreeMap<>(settings);
    }

    /** The settings by which something of people may come into the log, each as it is and as it should be. */
    List<String> writesValues() {
        var told = new ArrayList<String>();
        boolean errors = !ABOVE_ERRORS.contains(setting("log_min_messages", "warning"));
        if (errors && !ABOVE_ERRORS.contains(setting("log_min_error_statement", "error"))) {
            tell(told, "log_min_error_statement", "panic");
        }
        if (errors && !setting("log_error_verbosity", "default").equals("terse")) {
            tell(told, "log_error_verbosity", "terse");
        }
        unless(told, "log_parameter_max_length_on_error", "0", errors);
        unless(told, "log_statement", "none", true);
        unless(told, "log_min_duration_statement", "-1", true);
        unless(told, "log_min_duration_sample", "-1", true);
        unless(told, "log_transaction_sample_rate", "0", true);
        return told;
    }

    private void unless(List<String> told, String name, String quiet, boolean matters) {
        // What changes or makes tables says nothing of anybody.
        boolean ddl = setting(name, quiet).equals("ddl");
        if (matters && !ddl && !setting(name, quiet).equals(quiet)) {
            tell(told, name, quiet);
        }
    }

    private void tell(List<String> told, String name, String quiet) {
        told.add(name + " is " + setting(name, "not set") + ", should be " + quiet);
    }

    private String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }
}
