package com.qliento.check;

import com.qliento.block.FlowDuration;
import com.qliento.guard.WebAddress;
import com.qliento.media.MediaFacts;
import com.qliento.rules.decision.DecisionModel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the check of a flow must know of the organisation it is for. */
public interface FlowEnvironment {

    /** The key of the flow that is checked. */
    String flowKey();

    /** Whether the organisation has a published flow of this key. */
    boolean published(String flowKey);

    /** Whether the published flow of this key is about nobody, see {@link com.qliento.block.StartSettings#RUN}. */
    default boolean aboutNobody(String flowKey) {
        return false;
    }

    /** The keys of the flows that the published flow of this key starts; empty when there is none. */
    Set<String> calls(String flowKey);

    /**
     * The organisation's decision of this key, as it is published; empty when it is not.
     *
     * @param version null for the newest
     */
    default Optional<DecisionModel> decision(String key, @Nullable Integer version) {
        return Optional.empty();
    }

    /** The organisation's file of this id; an organisation without files has none. */
    default Optional<MediaFacts> file(UUID id) {
        return Optional.empty();
    }

    /** The names of the organisation's secrets. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** Whether the organisation has allowed requests to this address. */
    default boolean mayAsk(WebAddress address) {
        return false;
    }

    /** For how long an answer that a customer gave can be used. */
    default Duration answersKept() {
        return FlowDuration.LONGEST;
    }
}
