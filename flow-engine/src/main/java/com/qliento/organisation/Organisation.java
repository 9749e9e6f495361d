package com.qliento.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation and what it decided for all its conversations.
 *
 * @param fallbackReply said once per conversation window when no flow takes a message; null says nothing; where it says
 *     {@code {{ keywords }}} it tells the words that start flows
 * @param stopKeywords words that end a running flow, in any letter case
 * @param stopReply said when such a word ended a flow and no flow of its own takes the word
 */
public record Organisation(
        OrganisationId id, String name, @Nullable String fallbackReply, List<String> stopKeywords, String stopReply) {

    /** "Stop" in the languages most of WhatsApp's customers write. */
    public static final List<String> DEFAULT_STOP_KEYWORDS =
            List.of("stop", "parar", "pare", "detener", "alto", "arrêt", "stopp", "fermare", "dur", "berhenti");

    /** Said after "stop" unless an organisation says something else. */
    public static final String DEFAULT_STOP_REPLY = "Stopped. Write again whenever you like.";

    public Organisation {
        stopKeywords = List.copyOf(stopKeywords);
    }
}
