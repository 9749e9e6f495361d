package com.qliento.vault.spi;

/**
 * A column that holds something of people.
 *
 * @param table in the main database
 * @param form how it lies there
 * @param purpose what it is kept for
 * @param basis on what legal ground, as long as the organisation that decides names no other
 * @param term until when
 */
public record PersonalPlace(
        String table, String column, Category category, Form form, Purpose purpose, Basis basis, Term term) {

    /** One that is kept as its category usually is. */
    public PersonalPlace(String table, String column, Category category, Form form) {
        this(table, column, category, form, category.purpose, category.basis, category.term);
    }

    /** The same, kept for something else than its category usually is. */
    public PersonalPlace kept(Purpose purpose, Basis basis, Term term) {
        return new PersonalPlace(table, column, category, form, purpose, basis, term);
    }

    /** The same, kept for another time than its category usually is. */
    public PersonalPlace until(Term term) {
        return kept(purpose, basis, term);
    }

    /** What it is of somebody, and why such a thing is usually kept, and until when. */
    public enum Category {
        /** Name, number, user id: by what they are known. */
        CONTACT(Purpose.TALK, Basis.CONTRACT, Term.CONTACT),
        /** What they wrote, and what was said to them. */
        MESSAGE(Purpose.TALK, Basis.CONTRACT, Term.MESSAGE),
        /** What they answered to flows, and where they stand in one. */
        ANSWER(Purpose.TALK, Basis.CONTRACT, Term.MESSAGE),
        /** Which way they went, and what was asked of others about them: times and names of blocks, no words of theirs. */
        TRACE(Purpose.OPERATE, Basis.INTEREST, Term.TRACE),
        /** What tables were asked about them, and said. */
        DECISION(Purpose.DECIDE, Basis.CONTRACT, Term.MESSAGE),
        /** What other systems were asked or told about them, or told of them. */
        EXCHANGE(Purpose.EXCHANGE, Basis.CONTRACT, Term.MESSAGE);

        private final Purpose purpose;
        private final Basis basis;
        private final Term term;

        Category(Purpose purpose, Basis basis, Term term) {
            this.purpose = purpose;
            this.basis = basis;
            this.term = term;
        }
    }

    /** How it lies in its column. */
    public enum Form {
        /** Sealed with the person's key, or with one that goes with what it is in. */
        SEALED,
        /** A value that is found again and can't be read back. */
        BLIND_INDEX,
        /** The person's id, which says nothing of them by itself. */
        REFERENCE
    }

    /** What it is kept for (GDPR Art. 5(1)(b), 30(1)(b)). */
    public enum Purpose {
        /** To answer people and to do what they ask for. */
        TALK,
        /** To decide by the organisation's rules. */
        DECIDE,
        /** To ask other systems of the organisation, and to tell them. */
        EXCHANGE,
        /** To keep the service working, and to see that it does. */
        OPERATE,
        /** To prove what people agreed to. */
        PROVE,
        /** To give people what they have a right to. */
        RIGHTS
    }

    /** The legal ground (GDPR Art. 6(1)). */
    public enum Basis {
        CONTRACT,
        OBLIGATION,
        INTEREST
    }

    /** Until when it is kept. */
    public enum Term {
        /** As messages are, by the rules of retention and the organisation's wish. */
        MESSAGE,
        /** As traces are, by the rules of retention. */
        TRACE,
        /** As contacts are, by the rules of retention. */
        CONTACT,
        /** As proof of consent is, by the rules of retention. */
        CONSENT_PROOF,
        /** Until the request is over that it belongs to. */
        REQUEST,
        /** For a day at most. */
        DAY
    }
}
