package com.qliento.database;

/**
 * Another node (or this one) changed something that is cached. Sent with PostgreSQL's NOTIFY on the channel
 * {@code qliento} as {@code topic:key}; may be lost when the connection breaks, hence {@link #missed}.
 *
 * @param topic what kind of thing changed
 * @param key its id, never personal; empty for all
 * @param missed the connection was away: assume that everything changed
 */
public record DatabaseNotification(String topic, String key, boolean missed) {

    static DatabaseNotification parse(String payload) {
        int colon = payload.indexOf(':');
        return colon < 0
                ? new DatabaseNotification(payload, "", false)
                : new DatabaseNotification(payload.substring(0, colon), payload.substring(colon + 1), false);
    }

    static DatabaseNotification missedSome() {
        return new DatabaseNotification("", "", true);
    }

    /** Whether whoever caches things of this topic has to forget some: the key's, or all when the key is empty. */
    public boolean concerns(String aTopic) {
        return missed || topic.equals(aTopic);
    }
}
