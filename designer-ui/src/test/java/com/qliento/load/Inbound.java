package com.qliento.load;

import java.util.List;
import java.util.regex.Pattern;

/** A message as the fake application reads it from a webhook of the load program. */
record Inbound(String phoneNumberId, String from, String id, String text) {
    private static final Pattern NUMBER = Pattern.compile("\"phone_number_id\":\"([^\"]*)\"");
    private static final Pattern MESSAGE =
            Pattern.compile("\"from\":\"([^\"]*)\",\"id\":\"([^\"]*)\".*?\"body\":\"([^\"]*)\"");

    static List<Inbound> read(String webhook) {
        String number = NUMBER.matcher(webhook)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return MESSAGE.matcher(webhook)
                .results()
                .map(found -> new Inbound(number, found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    String line() {
        return phoneNumberId + " " + from + " " + id + " " + text;
    }
}
