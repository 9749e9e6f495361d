package com.qliento.rest;

import com.qliento.problem.Problem;
import java.util.regex.Pattern;

/** A draft's revision as an entity tag (RFC 9110, 8.8.3). */
public final class Revision {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Revision() {}

    /** The tag of a revision, with its quotes. */
    public static String tag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    /** The revision that a client names in {@code If-Match}; throws {@link Problem} when it is none. */
    public static long of(String tag) {
        var match = TAG.matcher(tag.strip());
        if (!match.matches()) {
            throw Problem.invalid(
                    "If-Match",
                    "If-Match names a revision as ETag gave it, such as \"12\". Get what you want to change again.");
        }
        return Long.parseLong(match.group(1));
    }
}
