package com.qliento.rules.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a person says that the cells of a doubtful column are meant. */
public enum ColumnReading {
    /** As they stand. */
    TEXT,
    /** Numbers with a decimal point; commas, blanks and apostrophes part thousands, a percentage is a hundredth. */
    NUMBER_POINT,
    /** Numbers with a decimal comma; points, blanks and apostrophes part thousands, a percentage is a hundredth. */
    NUMBER_COMMA,
    /** Dates that begin with the day. */
    DAY_FIRST,
    /** Dates that begin with the month. */
    MONTH_FIRST;

    private static final Pattern AROUND = Pattern.compile("[\\p{Sc}\\s\\u00a0\\u202f'’%]|R\\$|\\b[A-Z]{3}\\b");
    private static final int LOOKED_AT = 200;
    private static final Pattern TEST = Pattern.compile("([<>]=?|!?=)\\s*(.+)");
    private static final Pattern RANGE = Pattern.compile("([\\[\\](])(.+)\\.\\.(.+)([\\[\\])])");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    /** By its name in an address, such as {@code number-comma}. */
    public static Optional<ColumnReading> of(String name) {
        for (ColumnReading one : values()) {
            if (one.key().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Its name in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String type() {
        return switch (this) {
            case TEXT -> "string";
            case NUMBER_POINT, NUMBER_COMMA -> "number";
            case DAY_FIRST, MONTH_FIRST -> "date";
        };
    }

    /** The cell as the table has it; the same where it does not fit, which the check tells then. */
    Grid.Cell of(Grid.Cell cell) {
        String text = cell.text();
        return cell.kind() != Grid.Kind.TEXT
                ? cell
                : Grid.Cell.text(
                        switch (this) {
                            case TEXT -> ColumnDoubts.comma(text) ? CellReading.quoted(text.strip()) : text;
                            case NUMBER_POINT -> numbers(text, ",", ".");
                            case NUMBER_COMMA -> numbers(text, ".", ",");
                            case DAY_FIRST -> date(text, 1, 2);
                            case MONTH_FIRST -> date(text, 2, 1);
                        });
    }

    /** A number, one with a sign before it that compares, or a range. */
    private static String numbers(String text, String thousands, String decimal) {
        String written = text.strip();
        if (written.length() > LOOKED_AT) {
            return text;
        }
        Matcher range = RANGE.matcher(written);
        if (range.matches()) {
            return range.group(1) + number(range.group(2), thousands, decimal) + ".."
                    + number(range.group(3), thousands, decimal) + range.group(4);
        }
        Matcher test = TEST.matcher(written);
        return test.matches()
                ? test.group(1) + " " + number(test.group(2), thousands, decimal)
                : number(text, thousands, decimal);
    }

    private static String number(String text, String thousands, String decimal) {
        String bare = AROUND.matcher(text.strip())
                .replaceAll("")
                .replace(thousands, "")
                .replace(decimal, ".");
        if (!NUMBER.matcher(bare).matches()) {
            return text;
        }
        return text.contains("%")
                ? new BigDecimal(bare).movePointLeft(2).stripTrailingZeros().toPlainString()
                : bare;
    }

    private static String date(String text, int day, int month) {
        Matcher date = DATE.matcher(text.strip());
        return date.matches()
                ? date.group(3) + "-" + twoDigits(date.group(month)) + "-" + twoDigits(date.group(day))
                : text;
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
