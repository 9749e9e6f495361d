package com.qliento.load;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * Posts one signed message: {@code Say URL PHONE-NUMBER-ID APP-SECRET FROM WAMID TEXT}. Exit code 0 when it was
 * answered 200.
 */
public final class Say {
    private Say() {}

    /** Prints the HTTP status, or why there was none. */
    public static void main(String... words) {
        if (words.length != 6) {
            System.err.println("usage: Say URL PHONE-NUMBER-ID APP-SECRET FROM WAMID TEXT");
            System.exit(2);
        }
        long seconds = Clock.systemUTC().instant().getEpochSecond();
        WebhookBody webhook = WebhookBody.texts(
                new Channel(words[1], words[2]),
                List.of(new WebhookBody.Text(Long.parseLong(words[3]), words[4], seconds, words[5])));
        try (var door = new WebhookDoor(List.of(URI.create(words[0])), 0)) {
            String status = door.post(webhook);
            System.out.println(status);
            System.exit(status.equals("200") ? 0 : 1);
        }
    }
}
