package com.qliento.block;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that expressions of a flow can use: what the platform offers always, and the form of a flow's own names. */
public final class Names {

    /** The customer's last message as text; for a tapped button or row its title. */
    public static final String ANSWER = "answer";

    /** The id of the button or row that was tapped (see {@link Choice}), null when the customer wrote. */
    public static final String CHOICE = "choice";

    /** The contact of the conversation, a context with {@link #CONTACT_FIELDS}, each where it is known. */
    public static final String CONTACT = "contact";

    /** What is known of a contact, all of it text. */
    public static final List<String> CONTACT_FIELDS = List.of("name", "phone", "language");

    /** The time of the step, a date and time in the organisation's time zone, to the second. */
    public static final String NOW = "now";

    /** The date of the step in the organisation's time zone. */
    public static final String TODAY = "today";

    /** All names the platform offers; a flow can't keep an answer under them. */
    public static final Set<String> BUILT_IN = Set.of(ANSWER, CHOICE, CONTACT, NOW, TODAY);

    /** Where secrets are named, {@code {{ secret.crm }}}: nothing expressions know, and no name for an answer. */
    public static final String SECRET = "secret";

    static final int MAX_LENGTH = 50;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> FEEL_WORDS = Set.of(
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "instance",
            "of",
            "function",
            "external",
            "true",
            "false",
            "null");
    private static final Pattern FLOW_KEY = Pattern.compile("[a-z](?:-?[a-z0-9]){0,62}");

    private Names() {}

    /**
     * Whether an answer can be kept under this name: letters, digits and underscores, at most 50, no word of FEEL,
     * none of {@link #BUILT_IN} and not {@link #SECRET}. Names with spaces would be legal in
     * FEEL, but read badly and are refused.
     */
    public static boolean usable(String name) {
        return name.length() <= MAX_LENGTH
                && NAME.matcher(name).matches()
                && !FEEL_WORDS.contains(name)
                && !BUILT_IN.contains(name)
                && !SECRET.equals(name);
    }

    /** Whether this is the form of a flow's key: lower-case letters and digits, single hyphens, 63 at most. */
    public static boolean flowKey(String key) {
        return key.length() <= 63 && FLOW_KEY.matcher(key).matches();
    }
}
