package com.qliento.guard;

import java.util.Locale;

/** Why there is no answer that can be read. */
public enum Trouble {
    /** The name of the host is not known. */
    UNKNOWN_HOST,
    /** Nobody takes the connection. */
    UNREACHABLE,
    /** No encrypted connection comes about: the certificate is out of date, of another host, or signed by nobody known. */
    NO_TLS,
    /** The time is up. */
    TIME_UP,
    /** The connection ended before the answer did. */
    CUT,
    /** What came is no answer of HTTP. */
    NOT_HTTP,
    /** The answer is longer than is read. */
    TOO_LARGE,
    /** The answer is packed in a way that is not known, or can't be unpacked. */
    UNKNOWN_PACKING,
    /** Something else. */
    BROKEN;

    /** A fixed word in kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
