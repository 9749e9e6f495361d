package com.qliento.connector.whatsapp;

import com.qliento.connector.whatsapp.LimitProblem.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids or titles of one message, which must differ. Two that became equal only because they were cut are told apart
 * again, since losing a choice would be worse than an odd title.
 */
final class UniqueTexts {
    private final List<LimitProblem> problems;
    private final int limit;
    private final Cut cut;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    /** How a text that is too long gets shorter. */
    @FunctionalInterface
    interface Cut {
        String unlike(Set<String> taken, String text, int limit);
    }

    UniqueTexts(List<LimitProblem> problems, int limit, Cut cut) {
        this.problems = problems;
        this.limit = limit;
        this.cut = cut;
    }

    /** To be called for all texts first: none that fits may be imitated by one that is cut. */
    void reserve(String text) {
        if (MessageLimits.length(text) <= limit) {
            taken.add(text.strip());
        }
    }

    /** Whether no earlier text equals this one; blank ones are another problem. */
    boolean isNew(String field, String name, String text) {
        boolean isNew = text.isBlank() || seen.add(text.strip());
        if (!isNew) {
            problems.add(new LimitProblem(Kind.DUPLICATE, field, name, 1, 2));
        }
        return isNew;
    }

    String fit(String field, String name, String text) {
        if (text.isBlank()) {
            problems.add(new LimitProblem(Kind.MISSING, field, name, 1, 0));
            return text;
        }
        int length = MessageLimits.length(text);
        if (length <= limit) {
            return text;
        }
        problems.add(new LimitProblem(Kind.TOO_LONG, field, name, limit, length));
        String shorter = cut.unlike(taken, text, limit);
        taken.add(shorter.strip());
        return shorter;
    }
}
