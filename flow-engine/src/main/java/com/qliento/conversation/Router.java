package com.qliento.conversation;

import com.qliento.block.Keywords;
import com.qliento.flow.Flows;
import com.qliento.flow.LiveFlow;
import com.qliento.organisation.Organisation;
import com.qliento.rules.policy.Heard;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Routing;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the platform's policy who gets a message. Tells it only what there is today: no word that asks for a person, for
 * one's data or for no more messages, and no person who has the conversation, so no message goes where nobody is.
 */
@Component
class Router {

    private final Flows flows;
    private final Policies policies;

    Router(Flows flows, Policies policies) {
        this.flows = flows;
        this.policies = policies;
    }

    /**
     * Who gets a message and what the trace says of it.
     *
     * @param rule null when no rule has anything to say: nobody gets it
     * @param flow that starts, if one does
     */
    record Routed(
            Heard.Route route,
            @Nullable PolicyRule rule,
            @Nullable LiveFlow flow) {

        /** A note for the trace: what happened and, after a blank, by which rule. */
        String note(String what) {
            return rule == null ? what : what + " " + rule.id();
        }
    }

    /** Whether the organisation has this as a word that ends a running flow. */
    static boolean ends(Organisation organisation, Incoming message) {
        String said = Keywords.normalise(message.text());
        return organisation.stopKeywords().stream().map(Keywords::normalise).anyMatch(said::equals);
    }

    /**
     * Decides once about a message as the conversation stands.
     *
     * @param ends whether {@link #ends} says so of it
     */
    Routed route(Organisation organisation, Step step, String text, boolean ends) {
        UUID channel = step.conversation().lane().channel();
        Optional<LiveFlow> keyword = flows.startedByKeyword(organisation.id(), channel, text);
        Optional<LiveFlow> any = flows.startedByAny(organisation.id(), channel);
        Routing routing = policies.route(new Heard(
                ends ? Heard.Word.END : Heard.Word.NONE,
                conversation(step.position().state()),
                keyword.isPresent(),
                false,
                any.isPresent(),
                organisation.fallbackReply() != null && step.fallbackDue()));
        Optional<LiveFlow> flow =
                switch (routing.route()) {
                    case START_FLOW -> keyword;
                    case START_ANY -> any;
                    default -> Optional.empty();
                };
        return new Routed(routing.route(), routing.rule(), flow.orElse(null));
    }

    static Heard.Conversation conversation(FlowPosition.State state) {
        return switch (state) {
            case FREE -> Heard.Conversation.NONE;
            case ASKING -> Heard.Conversation.WAITING;
            case BUSY -> Heard.Conversation.BUSY;
        };
    }
}
