package com.qliento.connector.mail;

/** Text that stands in a line of a mail's head: whatever it is made of, it ends where the line ends. */
final class HeaderText {

    private static final int LONGEST = 250;

    private HeaderText() {}

    /** The text in one line: what breaks lines or can't be seen is a space, and what is too long is cut between characters. */
    static String of(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
