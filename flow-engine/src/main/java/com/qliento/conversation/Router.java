package com.qliento.conversation;

import com.qliento.block.Keywords;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.flow.LiveFlow;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.Organisation;
import com.qliento.rules.policy.Heard;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Routing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the platform's policy who gets a message. Tells it only what there is today: words that ask for a person, for one's
 * data or for no more messages only when no flow takes the message and there is a {@link RouteReceiver} for them, and
 * never a person who has the conversation; so no message goes where nobody is.
 */
@Component
class Router {

    private static final String BY_KEYWORD = "route.interrupt";

    private final RunningFlows flows;
    private final Policies policies;
    private final Taps taps;
    private final Map<Heard.Route, RouteReceiver> receivers;

    Router(RunningFlows flows, Policies policies, Taps taps, List<RouteReceiver> receivers) {
        this.receivers = receivers.stream().collect(Collectors.toMap(RouteReceiver::route, Function.identity()));
        this.flows = flows;
        this.policies = policies;
        this.taps = taps;
    }

    /**
     * Who gets a message and what the trace says of it.
     *
     * @param rule null when no rule has anything to say: nobody gets it
     * @param flow that starts, if one does
     * @param receiver that gets it, if it goes to no flow but to somebody else
     */
    record Routed(
            Heard.Route route,
            @Nullable PolicyRule rule,
            @Nullable LiveFlow flow,
            @Nullable RouteReceiver receiver) {

        /** A note for the trace: what happened and, after a blank, by which rule. */
        String note(String what) {
            return rule == null ? what : what + " " + rule.id();
        }

        /** A note for the trace: how the flow that stood here was ended, and for which one if it was by a keyword. */
        String interrupts(FlowPosition left) {
            return flow != null && rule != null && rule.id().equals(BY_KEYWORD)
                    ? note("left") + " " + left.flowKey() + " " + flow.key()
                    : note("interrupted");
        }

        /** Whether it ends the flow that runs. */
        boolean breaksIn() {
            return route == Heard.Route.END_FLOW || route == Heard.Route.START_FLOW;
        }
    }

    /** Decides once about a message as the conversation stands. */
    Routed route(Organisation organisation, Step step, Incoming message) {
        UUID channel = step.conversation().lane().channel();
        var word = ends(organisation, message.text()) ? Heard.Word.END : Heard.Word.NONE;
        Optional<LiveFlow> keyword = flows.startedByKeyword(organisation.id(), channel, message.text());
        boolean interrupting = keyword.isPresent() && interrupts(organisation, step.position(), keyword.get());
        Optional<LiveFlow> any = flows.startedByAny(organisation.id(), channel);
        Routing routing = beyondFlows(
                message,
                new Heard(
                        word,
                        conversation(step.position().state()),
                        keyword.isPresent(),
                        interrupting,
                        any.isPresent(),
                        organisation.fallbackReply() != null && step.fallbackDue(),
                        taps.offer(step, message, interrupting || word == Heard.Word.END)));
        Optional<LiveFlow> flow =
                switch (routing.route()) {
                    case START_FLOW -> keyword;
                    case START_ANY -> any;
                    default -> Optional.empty();
                };
        return new Routed(routing.route(), routing.rule(), flow.orElse(null), receivers.get(routing.route()));
    }

    /** Who gets it; when no flow does, and its words mean something to a receiver, as those words go. */
    private Routing beyondFlows(Incoming message, Heard heard) {
        Routing routing = policies.route(heard);
        boolean any = routing.route() == Heard.Route.START_ANY;
        if (!any && routing.route() != Heard.Route.FALLBACK && routing.route() != Heard.Route.NOBODY) {
            return routing;
        }
        String said = Keywords.normalise(message.text());
        // A flow that takes any message does not keep anybody from ending what they want no more.
        return receivers.values().stream()
                .filter(receiver -> !any || receiver.route() == Heard.Route.OPT_OUT)
                .filter(receiver -> receiver.means(said))
                .findFirst()
                .map(receiver -> policies.route(heard.as(receiver.word())))
                .orElse(routing);
    }

    /** Whether the organisation has this as a word that ends a running flow. */
    private static boolean ends(Organisation organisation, String text) {
        String said = Keywords.normalise(text);
        return organisation.stopKeywords().stream().map(Keywords::normalise).anyMatch(said::equals);
    }

    /** A flow's own keyword is an answer to it: who is asked for a pizza may say so. */
    private boolean interrupts(Organisation organisation, FlowPosition position, LiveFlow keyword) {
        var running = position.definitionId();
        return running != null
                && !keyword.key().equals(position.flowKey())
                && flows.interruptible(organisation.id(), running);
    }

    static Heard.Conversation conversation(FlowPosition.State state) {
        return switch (state) {
            case FREE -> Heard.Conversation.NONE;
            case ASKING -> Heard.Conversation.WAITING;
            case BUSY, CALLING -> Heard.Conversation.BUSY;
        };
    }
}
