package com.qliento.connector.whatsapp.webhook;

import java.util.ArrayList;
import java.util.List;

/** The updates of a body as they are found. Meta sends up to 1,000 in one body; far more is an attempt to fill the memory. */
final class Updates {
    static final int MAX = 10_000;

    private final List<Update> found = new ArrayList<>();

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
