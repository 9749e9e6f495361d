package com.qliento.connector.whatsapp;

import java.util.regex.Pattern;

/**
 * Whom a message goes to. A business-scoped user id put in the field {@code to} is answered 200 and silently lost, so
 * the kind of address decides the field and a value of the wrong kind is refused here.
 *
 * @param kind which field of the request carries the value
 * @param value the number or the id; personal data, never printed
 */
public record Address(Kind kind, String value) {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,30}");
    private static final Pattern SCOPED_ID = Pattern.compile("[A-Za-z]{2}(\\.ENT)?\\.[A-Za-z0-9_-]{1,150}");

    /** The two kinds of address a business may write to. */
    public enum Kind {
        PHONE("to", NUMBER),
        USER_ID("recipient", SCOPED_ID);

        private final String field;
        private final Pattern shape;

        Kind(String field, Pattern shape) {
            this.field = field;
            this.shape = shape;
        }

        /** The JSON field of a message that carries an address of this kind. */
        public String field() {
            return field;
        }
    }

    public Address {
        if (!kind.shape.matcher(value).matches()) {
            throw new IllegalArgumentException("this value has not the shape of an address of kind " + kind);
        }
    }

    /** A phone number, with or without the plus sign. */
    public static Address phone(String number) {
        return new Address(Kind.PHONE, number);
    }

    /** A business-scoped user id ({@code US.123...}) or its parent ({@code US.ENT.123...}). */
    public static Address userId(String scopedId) {
        return new Address(Kind.USER_ID, scopedId);
    }

    @Override
    public String toString() {
        return "Address[" + kind + "]";
    }
}
