package com.qliento.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one kind. Without state of its own, used by many threads. A bean in the feature whose calls they are;
 * two for one kind are refused when the application starts.
 */
public interface Callee {

    /** The kind, a fixed word; it stands in stored calls. */
    String kind();

    /** How many of these may be under way at once, to one target of one organisation, on this node. */
    default int width() {
        return 20;
    }

    /**
     * Makes the call. Never blocks the thread it is asked on, and stops trying when the future is cancelled: that is how a
     * deadline is told. A future that fails is a call that failed for a reason nobody foresaw; its words are not kept.
     */
    CompletableFuture<CallOutcome> make(Made call);

    /**
     * Is told what came of a call of this kind each time it was made, or was not made any more, in the transaction that
     * records it: what is written along with the trip is durable with that, or is told again.
     */
    default void recorded(RoundTrip trip, Tried call) {}

    /** The request as it would leave, for whoever tries a flow; a secret by its name only. */
    default JsonNode shown(JsonNode request) {
        return request;
    }

    /** An answer such as the other side might give, for whoever tries a flow: made up, nobody is asked. */
    default JsonNode sampleAnswer(JsonNode request) {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * What came of a call this time.
     *
     * @param outcome {@link CallOutcome.Again} when it is made again, at {@code next}
     * @param word the outcome in a fixed word: answered, or why it was not
     * @param attempts how often it was made
     * @param took this time
     */
    record Tried(
            UUID id,
            OrganisationId organisation,
            CallOutcome outcome,
            String word,
            int attempts,
            Duration took,
            Instant at,
            @Nullable Instant next) {

        /** Nothing of the outcome. */
        @Override
        public String toString() {
            return "Tried[" + id + " " + word + "]";
        }
    }

    /**
     * A call as it is made.
     *
     * @param attempt counted from 1
     */
    record Made(
            UUID id,
            OrganisationId organisation,
            @Nullable Lane lane,
            @Nullable UUID conversation,
            JsonNode request,
            Instant deadline,
            int attempt) {

        /** Nothing of the request. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }
}
