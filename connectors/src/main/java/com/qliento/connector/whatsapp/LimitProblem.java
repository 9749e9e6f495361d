package com.qliento.connector.whatsapp;

import java.util.Locale;

/**
 * One limit of WhatsApp that a content does not keep. Holds no content.
 *
 * @param field where, as a path with indexes from 0: {@code buttons[1].title}
 * @param name the same place for a person, with numbers from 1: {@code title of button 2}
 * @param limit what WhatsApp allows
 * @param actual what there is, in the unit of the limit (characters, buttons, rows)
 */
public record LimitProblem(Kind kind, String field, String name, int limit, int actual) {

    /** What is wrong, and how {@link MessageLimits#fit} repairs it. */
    public enum Kind {
        TOO_LONG(
                "The %1$s has %3$d characters; WhatsApp allows %2$d.",
                "The %1$s had %3$d characters and was shortened to at most %2$d."),
        TOO_MANY("There are %3$d %1$s; WhatsApp allows %2$d.", "There were %3$d %1$s; only the first %2$d were kept."),
        DUPLICATE(
                "The %1$s is used by an earlier one; each must be different.",
                "The %1$s was used by an earlier one, so only the earlier one was kept."),
        /** A choice nobody could read: an interpolated title often turns out empty. */
        EMPTY_CHOICE(
                "The %1$s must not be empty.",
                "The %1$s was empty, so it was left out: WhatsApp shows no empty choice."),
        /** Part of a message that must be there, made of the rest of the message. */
        EMPTY_PART(
                "The %1$s must not be empty.",
                "The %1$s was empty, which WhatsApp refuses; the message was sent with what else it says."),
        NO_ROWS("%1$s has no rows; a section needs at least one.", "%1$s had no rows and was left out."),
        /** Cannot be repaired. */
        MISSING("The %1$s must not be empty.", "The %1$s is empty.");

        private final String problem;
        private final String repair;

        Kind(String problem, String repair) {
            this.problem = problem;
            this.repair = repair;
        }

        /** Whether something of the message was shortened, or was more than WhatsApp takes; else something was empty. */
        public boolean tooMuch() {
            return this == TOO_LONG || this == TOO_MANY;
        }
    }

    /** Whether {@link MessageLimits#fit} can make it fit. */
    public boolean repairable() {
        return kind != Kind.MISSING;
    }

    /** For a business user who edits the message. English. */
    public String sentence() {
        return say(kind.problem);
    }

    /** What was done about it, for the trace of a conversation. English. */
    public String repair() {
        return say(kind.repair);
    }

    private String say(String pattern) {
        return String.format(Locale.ROOT, pattern, name, limit, actual);
    }
}
