package com.qliento.flow;

import java.util.Set;

/**
 * Which flows to list, and in which order.
 *
 * @param words that a flow's name, key or tags have, in whatever case; empty lets all through
 * @param tags it has all of
 * @param archive whether those in the archive are listed too
 */
public record FlowFilter(String words, Set<String> tags, boolean archive, Order order) {

    /** In which order; each leaves no two flows in doubt. */
    public enum Order {
        /** By name. */
        NAME("lower(d.name), d.key"),
        /** By name, from the end. */
        NAME_BACKWARDS("lower(d.name) DESC, d.key DESC"),
        /** The one whose draft was saved last first. */
        LATEST("d.draft_at DESC, d.key DESC"),
        /** The one whose draft was saved first first. */
        EARLIEST("d.draft_at, d.key");

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
