package com.qliento.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tells the first page what needs somebody now. A bean of the area; the page collects them. One that fails is told as
 * failed, and the others are shown all the same.
 */
public interface Attention {

    /** How bad it is; the worst first. */
    enum Severity {
        /** Customers notice it already. */
        BAD,
        /** Somebody should look. */
        WARN
    }

    /**
     * Something that needs somebody.
     *
     * @param icon as {@link Icon} names it
     * @param words in the window's language
     * @param address to go to; empty when this person may not go there
     */
    record Need(Severity severity, String icon, String words, String address) {}

    /** The key of the words for what it looks at, said when looking failed. */
    String about();

    /**
     * What needs this person, whose rights it asks. May come later, on whatever thread; may fail, or throw. A refusal
     * for want of a right is no failure: there is nothing for this person.
     */
    CompletableFuture<List<Need>> of(SignedIn who, UI ui);

    /** Whether it may be another whenever a message comes or goes: it is asked again then, so it must be quick. */
    default boolean changesWithMessages() {
        return false;
    }
}
