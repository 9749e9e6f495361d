package com.qliento.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation's trace: an element it came to, or what happened there or without any.
 *
 * @param element its id; inside a flow that another one started, the ids of the blocks that started it before it, with
 *     slashes between; null when it happened at no element
 * @param happened null when the conversation came to the element; else again (the answer could not be used), no-answer,
 *     later (a flow that begins later, with its key, or not-later and why not),
 *     called (another system: whom, what came of it in a word, tries, milliseconds, with blanks between),
 *     answered-already (a choice of an earlier message was tapped),
 *     no-consent, refused, withdrawn, expired, objected, restricted (why the customer's data may not be used for what the
 *     block wants it for),
 *     cut (the text was too long), left-out (part of the message was empty), empty (all of it, so nothing was sent),
 *     failed, the name of an exit of the block, or at no element interrupted, left, fallback, no-flow or received (by a
 *     {@link RouteReceiver}), with a blank and the routing rule that said so after it where one did, late or given-up
 *     and the kind of a result that nothing waited for or that could not be taken, not-begun or begun-instead and the key
 *     of the flow that another system wanted to begin, no-such-flow when it was not there; after left the keys of the flow that was left and of the one that
 *     began, with blanks between; at a decision {@code rule}, its key, its
 *     version and the rows that counted, with blanks between, or {@code undecided} and why
 */
public record Visit(@Nullable String element, @Nullable String happened) {

    static final char SEPARATOR = '/';
    static final String INSIDE = String.valueOf(SEPARATOR);

    /** Reads an entry as the trace keeps it. */
    public static Visit of(String noted) {
        int colon = noted.indexOf(':');
        if (colon >= 0) {
            return new Visit(noted.substring(0, colon), noted.substring(colon + 1));
        }
        return switch (noted.split(" ", 2)[0]) {
            case "interrupted",
                    "left",
                    "fallback",
                    "no-flow",
                    "received",
                    "cut",
                    "left-out",
                    "empty",
                    "late",
                    "given-up",
                    "not-begun",
                    "begun-instead",
                    "no-such-flow" -> new Visit(null, noted);
            default -> new Visit(noted, null);
        };
    }

    /** The element of the conversation's own flow that these entries came to last; null when they came to none. */
    static @Nullable String last(List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            var visit = of(path.get(i));
            if (visit.happened() == null) {
                return visit.ownElement();
            }
        }
        return null;
    }

    /** This flow, when the element that these entries came to last is of its own; null when it is inside another flow. */
    static @Nullable String ownFlow(List<String> path, String flow) {
        for (int i = path.size() - 1; i >= 0; i--) {
            var visit = of(path.get(i));
            if (visit.happened() == null) {
                return visit.inside() ? null : flow;
            }
        }
        return null;
    }

    /** The element of the conversation's own flow: the block that started another one, when it is inside that. */
    public @Nullable String ownElement() {
        return element == null ? null : element.split(INSIDE, 2)[0];
    }

    /** Whether it is inside a flow that another one started. */
    public boolean inside() {
        return element != null && element.contains(INSIDE);
    }
}
