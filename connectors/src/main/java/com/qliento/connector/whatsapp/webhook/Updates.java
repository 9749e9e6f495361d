package com.qliento.connector.whatsapp.webhook;

import java.util.ArrayList;
import java.util.List;

/** The updates of a body as they are found. Meta sends up to 1,000 in one body; far more is an attempt to fill the memory. */
final class Updates {
    static final int MAX = 2_000;
    /** What stands around updates is kept with each of them; together not more than a body can have. */
    private static final int MOST_COPIED = WebhookBody.MAX_BYTES;

    private final List<Update> found = new ArrayList<>();
    private long copied;

    /** Whether so many bytes may be kept with so many updates; they count from then on. */
    boolean mayCopy(int bytes, int times) {
        long all = copied + (long) bytes * times;
        if (all > MOST_COPIED) {
            return false;
        }
        copied = all;
        return true;
    }

    void add(Update update) throws MalformedWebhook {
        if (found.size() == MAX) {
            throw new MalformedWebhook("more than " + MAX + " updates");
        }
        found.add(update);
    }

    int size() {
        return found.size();
    }

    List<Update> inOrder() {
        return List.copyOf(found);
    }
}
