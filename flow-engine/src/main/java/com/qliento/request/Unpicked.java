package com.qliento.request;

import com.qliento.conversation.BlockAction;
import com.qliento.database.RoundTrip;
import java.util.List;

/**
 * That a value of an answer could not be kept, for who tries a flow with an answer of their own. A real answer never comes
 * this far: it failed where it was read.
 */
record Unpicked(Picking.Trouble trouble) implements BlockAction.Deed {

    @Override
    public String kind() {
        return kind(trouble);
    }

    /** The word for what was wanted; a value that is not there is wanted of any type. */
    static String kind(Picking.Trouble trouble) {
        return trouble.found().isEmpty() ? trouble.word() : "pick-" + trouble.wanted();
    }

    @Override
    public List<String> told() {
        return List.of(trouble.name(), trouble.found());
    }

    @Override
    public void write(RoundTrip trip) {
        // Nothing is left of it.
    }
}
