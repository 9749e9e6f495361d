package com.qliento.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation processes of people, as it is now, in words of one language. Codes beside the words are stable.
 *
 * @param organisation its name
 * @param activities what is kept, by what for and on what ground
 * @param flows the flows that are live, each with what it asks and whom it hands something on
 * @param recipients whoever is handed something of people, each once
 * @param safeguards how it is protected (GDPR Art. 30(1)(g))
 */
public record Register(
        String organisation,
        Instant madeAt,
        Controller controller,
        List<Activity> activities,
        List<FlowUse> flows,
        List<Receiver> recipients,
        List<String> safeguards) {

    /**
     * Who is responsible, and what else nobody can tell but them. Empty where nothing is written.
     *
     * @param contact by which they are reached, such as an address and an e-mail
     * @param officer the data protection officer, and how they are reached
     * @param representative in the European Union, of whoever is not in it
     * @param transfers to third countries, and on what ground
     * @param changedAt null when nothing was ever written
     */
    public record Controller(
            String name,
            String contact,
            String officer,
            String representative,
            String transfers,
            @Nullable Instant changedAt) {

        static final Controller NOBODY = new Controller("", "", "", "", "", null);

        /** What Art. 30(1)(a) wants is there. */
        public boolean isNamed() {
            return !name.isBlank() && !contact.isBlank();
        }
    }

    /** A word for programs, and what it says to people. */
    public record Term(String code, String words) {}

    /** What is kept for one reason. */
    public record Activity(Term purpose, Term basis, List<Kind> kinds) {}

    /**
     * A category of data.
     *
     * @param period until when, in words
     * @param rule the rule of retention that says so; null for what ends with what it belongs to
     * @param sealed whether some of it is readable at all, and lies sealed then
     * @param places tables and columns that hold it
     */
    public record Kind(
            Term category, String period, @Nullable String rule, boolean sealed, List<String> places) {}

    /**
     * A flow that is live.
     *
     * @param asks what it keeps of what customers say
     * @param recipients the names of those it hands something on
     * @param decidesBy the keys of tables by which it decides
     */
    public record FlowUse(String key, String name, List<Asked> asks, List<String> recipients, List<String> decidesBy) {}

    /**
     * Something that a flow keeps.
     *
     * @param name under which it is kept
     * @param step the name of the block, or its id
     */
    public record Asked(String name, Term category, Term purpose, String step) {}

    /**
     * Somebody outside.
     *
     * @param kind carrier, system or endpoint
     * @param flows the keys of the flows that hand something on; empty for who gets it without one
     */
    public record Receiver(Term kind, String name, List<String> flows) {}
}
