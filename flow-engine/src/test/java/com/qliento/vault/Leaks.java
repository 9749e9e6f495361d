package com.qliento.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for words where they must not be: as they are, in hex (so in bytes too) and in Base64 at any offset. */
final class Leaks {

    private final List<Set<String>> needles;

    Leaks(List<String> words) {
        needles = words.stream().map(Leaks::forms).toList();
    }

    private static Set<String> forms(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        forms.add(HexFormat.of().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            // The first and the last characters share bits with what stands beside the word.
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var inner = encoded.substring(offset == 0 ? 0 : offset + 1, encoded.length() - 1);
            forms.add(inner);
            forms.add(inner.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }

    /** Which of the words are in this text. */
    List<Integer> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Integer>();
        for (int i = 0; i < needles.size(); i++) {
            if (needles.get(i).stream().anyMatch(form -> lower.contains(form.toLowerCase(Locale.ROOT)))) {
                found.add(i);
            }
        }
        return found;
    }

    /** Which columns of which tables of the database hold which of the words. */
    List<String> in(Connection database) throws SQLException {
        var leaks = new ArrayList<String>();
        for (var column : columns(database)) {
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT DISTINCT " + column.name() + "::text FROM " + column.table())) {
                var found = new LinkedHashSet<Integer>();
                while (rows.next()) {
                    var cell = rows.getString(1);
                    if (cell != null) {
                        found.addAll(in(cell));
                    }
                }
                found.forEach(canary -> leaks.add(column.table() + "." + column.name() + ": canary " + canary));
            }
        }
        return leaks;
    }

    private record Column(String table, String name) {}

    private static List<Column> columns(Connection database) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(a.attname)
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }
}
