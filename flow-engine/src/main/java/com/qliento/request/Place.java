package com.qliento.request;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Where a value is put into a request, and so how it is written there: it never becomes more than a value. */
enum Place {
    /** A part of a path, a name or a value of a query or a form. */
    ADDRESS {
        @Override
        String written(String value) {
            var text = new StringBuilder();
            for (byte part : value.getBytes(StandardCharsets.UTF_8)) {
                if (UNRESERVED.indexOf(part) >= 0) {
                    text.append((char) part);
                } else {
                    text.append('%').append(HEX.toHexDigits(part));
                }
            }
            return text.toString();
        }
    },
    /** The value of a header field: one line, and no character that would end it. */
    HEADER {
        @Override
        String written(String value) {
            var text = new StringBuilder();
            value.codePoints().forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
            return text.toString().strip();
        }
    },
    /** Within the quotes of JSON. */
    JSON {
        @Override
        String written(String value) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
    };

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** The value as it is written here. */
    abstract String written(String value);
}
