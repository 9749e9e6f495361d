package com.qliento.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sink reads from a call of {@code POST /v23.0/{phone-number-id}/messages}. {@code recipient} is 0 for a
 * call that sends nothing (mark as read, typing); {@code place} is the number after {@code #} in the text, or 0.
 */
record GraphCall(String phoneNumberId, long recipient, long place, String callbackData) {
    private static final Pattern PATH = Pattern.compile("/v[0-9.]+/([^/?]+)/messages(\\?.*)?");
    private static final Pattern TO = Pattern.compile("\"to\"\\s*:\\s*\"\\+?([0-9]{1,18})\"");
    private static final Pattern PLACE = Pattern.compile("#([0-9]{1,9})");
    private static final Pattern CALLBACK = Pattern.compile("\"biz_opaque_callback_data\"\\s*:\\s*\"([^\"\\\\]*)\"");

    static boolean matches(String method, String path) {
        return method.equals("POST") && PATH.matcher(path).matches();
    }

    /** A quoted {@code "to"} followed by a colon cannot stand inside a JSON text, so no parser is needed. */
    static GraphCall read(String path, String body) {
        String place = first(PLACE, body);
        String recipient = first(TO, body);
        return new GraphCall(
                first(PATH, path),
                recipient.isEmpty() ? 0 : Long.parseLong(recipient),
                place.isEmpty() ? 0 : Long.parseLong(place),
                first(CALLBACK, body));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
