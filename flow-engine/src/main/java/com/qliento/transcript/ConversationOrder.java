package com.qliento.transcript;

/** In which order conversations are listed. Each is read from an index, and leaves no two of them in doubt. */
public enum ConversationOrder {
    /** The one with the latest step first. */
    LATEST("active_on DESC, last_step_at DESC, id DESC"),
    /** The one that is quiet for longest first. */
    QUIETEST("active_on, last_step_at, id"),
    /** The one that began last first. */
    NEWEST("id DESC"),
    /** The one that began first first. */
    OLDEST("id");

    private final String columns;

    ConversationOrder(String columns) {
        this.columns = columns;
    }

    /** For a query; ids are in the order of their making. */
    String columns() {
        return columns;
    }
}
