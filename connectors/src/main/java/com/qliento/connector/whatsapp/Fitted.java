package com.qliento.connector.whatsapp;

import java.util.List;

/**
 * A content made to fit WhatsApp's limits.
 *
 * @param content the same object when nothing had to be cut
 * @param cut what was shortened or left out, in the order of the message; fields named as they were before
 */
public record Fitted(OutboundContent content, List<LimitProblem> cut) {
    public Fitted {
        cut = List.copyOf(cut);
    }

    @Override
    public String toString() {
        return "Fitted[" + content + ", " + cut.size() + " cut]";
    }
}
