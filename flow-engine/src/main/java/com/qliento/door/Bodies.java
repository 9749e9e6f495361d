package com.qliento.door;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;

/** What doors that measure their own bodies tell the server about them. */
public final class Bodies {

    private static final String LEFT = "com.qliento.door.left-unread";
    private static final String HANG_UP = "com.qliento.door.hang-up";

    private Bodies() {}

    /**
     * The rest of the body is not read, not even to be thrown away: the connection ends with the answer, which a sender
     * who is still sending may not hear.
     */
    public static void leaveUnread(HttpServletRequest request) {
        request.setAttribute(LEFT, true);
        if (request.getAttribute(HANG_UP) instanceof Runnable hangUp) {
            hangUp.run();
        }
    }

    static void offerToLeaveUnread(Request request, Runnable hangUp) {
        request.setAttribute(HANG_UP, hangUp);
    }

    static boolean isLeftUnread(Request request) {
        return request.getAttribute(LEFT) != null;
    }

    static boolean has(Request request) {
        return length(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** As the request says; -1 when it says none, or no number: the server itself has refused that one already. */
    static long length(Request request) {
        try {
            return request.getContentLengthLong();
        } catch (IllegalArgumentException refused) {
            return -1;
        }
    }
}
