package com.qliento.erasure;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Looks wherever something of somebody may lie, for words and for the id by which their sealed values name them: as text, in
 * UTF-16, in hex (so in bytes of a database too), in base64 at any offset; a number with and without what is written before
 * it, and hashed.
 */
final class Sinks {

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> ids = new LinkedHashSet<>();

    Sinks lookFor(String word) {
        words.add(word);
        bytes(words, word.getBytes(StandardCharsets.UTF_8));
        bytes(words, word.getBytes(StandardCharsets.UTF_16LE));
        bytes(words, word.getBytes(StandardCharsets.UTF_16BE));
        return this;
    }

    /** A number, its last nine digits, and what anybody could make of it by hashing. */
    Sinks lookForNumber(String digits) {
        lookFor(digits.substring(digits.length() - 9));
        for (var form : List.of(digits, "+" + digits, "00" + digits)) {
            for (var hash : List.of("MD5", "SHA-1", "SHA-256")) {
                try {
                    bytes(words, MessageDigest.getInstance(hash).digest(form.getBytes(StandardCharsets.UTF_8)));
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return this;
    }

    /** The id that sealed values of somebody begin with, and references name. */
    Sinks lookForId(UUID id) {
        ids.add(id.toString());
        bytes(
                ids,
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
        return this;
    }

    private static void bytes(Set<String> into, byte[] bytes) {
        into.add(HexFormat.of().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            // The first and the last characters share bits with what stands beside.
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            into.add(encoded.substring(offset == 0 ? 0 : offset + 1, encoded.length() - 1)
                    .toLowerCase(Locale.ROOT));
        }
    }

    /** Tables of a database with a row that has any of the words; by whom the connection is allowed to read. */
    Set<String> tablesWithWords(Connection database) throws SQLException {
        return tables(database, words);
    }

    /** The same for the ids. */
    Set<String> tablesWithIds(Connection database) throws SQLException {
        return tables(database, ids);
    }

    private static Set<String> tables(Connection database, Set<String> needles) throws SQLException {
        var found = new TreeSet<String>();
        for (var table : readable(database)) {
            try (var statement = database.prepareStatement(
                    "SELECT EXISTS (SELECT FROM " + table + " AS r WHERE lower(r::text) LIKE ANY (?))")) {
                statement.setArray(
                        1,
                        database.createArrayOf(
                                "text",
                                needles.stream()
                                        .map(needle -> "%"
                                                + needle.toLowerCase(Locale.ROOT)
                                                        .replace("_", "\\_") + "%")
                                        .toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> readable(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = 'public'
                          AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Whether a text has any of the words. */
    boolean hasWords(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(needle -> lower.contains(needle.toLowerCase(Locale.ROOT)));
    }

    /** Files below a folder that have any of the words, and their names. */
    List<String> filesWithWords(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (hasWords(file.getFileName().toString()) || hasWords(latin1(Files.newInputStream(file)))) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static String latin1(InputStream from) throws IOException {
        try (var in = new BufferedInputStream(from)) {
            var out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
