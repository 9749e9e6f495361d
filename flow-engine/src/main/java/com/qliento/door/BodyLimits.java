package com.qliento.door;

import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/** How large a body may be at an address. Whoever takes it may want less; this is what is read at all. */
final class BodyLimits {

    private static final long MB = 1024L * 1024;
    /** WhatsApp takes files up to 100 MB; the rest is what a form puts around them. */
    private static final long FILES = 110 * MB;
    /** The largest text of a program is a decision's file of 8 MB. */
    private static final long PROGRAMS = 12 * MB;
    /** A screen sends a flow that was drawn, 2 MB at most, which may double when its file is put into a message. */
    private static final long SCREENS = 6 * MB;

    private BodyLimits() {}

    static long at(Request request) {
        return at(path(request), request.getQueryString());
    }

    static long at(String path, @Nullable String query) {
        boolean simulated = path.startsWith("/simulator/graph/") && path.endsWith("/media");
        if (simulated || path.startsWith("/api/v1/media")) {
            return FILES;
        }
        if (path.startsWith("/api/")) {
            return PROGRAMS;
        }
        // With a parameter it could be a screen's message, which names itself by one, on whatever path.
        boolean upload = path.startsWith("/VAADIN/dynamic/") && (query == null || query.isEmpty());
        return upload ? FILES : SCREENS;
    }

    /** The path as the server understood it: nothing encoded, no way up, without the application's own prefix. */
    static String path(Request request) {
        var path = request.getDecodedRequestURI();
        var prefix = request.getContextPath();
        return prefix != null && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
