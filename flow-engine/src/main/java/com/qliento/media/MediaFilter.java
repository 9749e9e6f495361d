package com.qliento.media;

import java.util.Set;
import java.util.UUID;

/**
 * Which files to list, and in which order.
 *
 * @param words that their names have, in whatever case; empty lets all through
 * @param without files that are left out, such as those that something uses
 */
public record MediaFilter(String words, Set<UUID> without, Order order) {

    /** In which order; each leaves no two files in doubt. */
    public enum Order {
        /** The latest first. */
        NEWEST("uploaded_at DESC, id"),
        /** The earliest first. */
        OLDEST("uploaded_at, id DESC"),
        /** By name. */
        NAME("lower(name), id"),
        /** By name, from the end. */
        NAME_BACKWARDS("lower(name) DESC, id DESC"),
        /** The smallest first. */
        SMALLEST("bytes, id"),
        /** The largest first. */
        LARGEST("bytes DESC, id DESC");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        /** For a query. */
        String columns() {
            return columns;
        }
    }
}
