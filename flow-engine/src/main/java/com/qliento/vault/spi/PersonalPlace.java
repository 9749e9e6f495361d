package com.qliento.vault.spi;

/**
 * A column that holds something of people.
 *
 * @param table in the main database
 * @param form how it lies there
 */
public record PersonalPlace(String table, String column, Category category, Form form) {

    /** What it is of somebody. */
    public enum Category {
        /** Name, number, user id: by what they are known. */
        CONTACT,
        /** What they wrote, and what was said to them. */
        MESSAGE,
        /** What they answered to flows, and where they stand in one. */
        ANSWER,
        /** Which way they went, and what was asked of others about them: times and names of blocks, no words of theirs. */
        TRACE,
        /** What tables were asked about them, and said. */
        DECISION,
        /** What other systems were asked or told about them, or told of them. */
        EXCHANGE
    }

    /** How it lies in its column. */
    public enum Form {
        /** Sealed with the person's key. */
        SEALED,
        /** A value that is found again and can't be read back. */
        BLIND_INDEX,
        /** The person's id, which says nothing of them by itself. */
        REFERENCE
    }
}
