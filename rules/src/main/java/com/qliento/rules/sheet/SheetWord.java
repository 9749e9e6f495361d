package com.qliento.rules.sheet;

import com.qliento.rules.sheet.PlainTable.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that say what a column or one of the first rows is; read in every language, written in one. */
enum SheetWord {
    WHEN("when", "cuando", "quando", "input", "entrada", "if", "si", "se"),
    THEN("then", "entonces", "então", "output", "salida", "saída", "entao"),
    NOTE("note", "nota", "nota", "notes", "notas", "comment", "comentario", "comentário"),
    COLUMN("column", "columna", "coluna"),
    TYPE("type", "tipo", "tipo"),
    NAME("name", "nombre", "nome"),
    VALUES("values", "valores", "valores"),
    OTHERWISE("otherwise", "si no", "senão");

    private static final List<SheetWord> HEADS = List.of(COLUMN, TYPE, NAME, VALUES, OTHERWISE);
    private static final Pattern HINT = Pattern.compile("(\\p{L}+)\\s*:\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern CLEAR = Pattern.compile(
            "(when|cuando|quando|then|entonces|então)\\s+(\\S.*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> words;

    SheetWord(String... words) {
        this.words = List.of(words);
    }

    String in(Locale language) {
        return words.get(
                switch (language.getLanguage()) {
                    case "es" -> 1;
                    case "pt" -> 2;
                    default -> 0;
                });
    }

    private boolean is(String written) {
        return words.contains(written.strip().toLowerCase(Locale.ROOT));
    }

    /** What one of the first rows tells about the columns, by its first cell. */
    static Optional<SheetWord> head(String written) {
        return HEADS.stream().filter(word -> word.is(written)).findFirst();
    }

    static Optional<Role> role(String written) {
        return Arrays.stream(Role.values())
                .filter(role -> valueOf(role.name()).is(written))
                .findFirst();
    }

    /** A heading such as {@code When: total}, taken apart; the role is empty when it says none. */
    record Heading(Optional<Role> role, String text) {

        /** Shows no text. */
        @Override
        public String toString() {
            return "Heading[" + role + "]";
        }

        static Heading of(String written) {
            String text = written.strip();
            Matcher clear = CLEAR.matcher(text);
            Matcher hint = HINT.matcher(text);
            if (clear.matches()) {
                return new Heading(SheetWord.role(clear.group(1)), clear.group(2));
            }
            if (hint.matches() && SheetWord.role(hint.group(1)).isPresent()) {
                return new Heading(SheetWord.role(hint.group(1)), hint.group(2));
            }
            return new Heading(NOTE.is(text) ? Optional.of(Role.NOTE) : Optional.empty(), text);
        }
    }
}
