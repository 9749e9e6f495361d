package com.qliento.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that a message offers, as the customer sees it when they open it.
 *
 * @param label of the button that opens it
 */
public record MessageMenu(String label, List<Part> parts) {

    /** Rows under one title; null for rows without one. */
    public record Part(@Nullable String title, List<Offer> offers) {

        @Override
        public String toString() {
            return "Part[" + offers.size() + "]";
        }
    }

    /** A row that can be chosen. */
    public record Offer(String title, @Nullable String description) {

        @Override
        public String toString() {
            return "Offer";
        }
    }

    @Override
    public String toString() {
        return "MessageMenu[" + parts.size() + "]";
    }
}
