package com.qliento.transcript;

import com.qliento.account.Actor;
import com.qliento.flow.FlowVersion;
import com.qliento.flow.PublishedFlows;
import com.qliento.organisation.OrganisationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The ways of conversations through flows, for whoever may see the conversation. */
@Component
class ConversationPaths {

    private static final int LONGEST = 500;

    private final ConversationListing listing;
    private final PublishedFlows flows;
    private final OrganisationScope scope;

    ConversationPaths(ConversationListing listing, PublishedFlows flows, OrganisationScope scope) {
        this.listing = listing;
        this.flows = flows;
        this.scope = scope;
    }

    ConversationPath of(Actor actor, ConversationView conversation) {
        var trace = scope.in(actor.organisation(), () -> listing.trace(conversation.id(), LONGEST));
        var steps = lastRun(trace);
        var definition = steps.stream()
                .map(ConversationListing.TraceStep::definitionId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(conversation.definitionId());
        FlowVersion version = definition == null
                ? null
                : flows.ofDefinition(actor, definition).orElse(null);
        return new ConversationPath(
                version,
                conversation.element(),
                steps.stream().map(PathStep::of).toList());
    }

    /** Of a trace, newest first, the steps of the last run of a flow, oldest first; what no flow took is left out. */
    private static List<ConversationListing.TraceStep> lastRun(List<ConversationListing.TraceStep> trace) {
        var run = new ArrayList<ConversationListing.TraceStep>();
        for (var step : trace) {
            if (!run.isEmpty()
                    && (step.instanceId() == null
                            || !step.instanceId().equals(run.get(0).instanceId()))) {
                break;
            }
            if (step.definitionId() != null || step.instanceId() != null) {
                run.add(0, step);
            }
        }
        return run;
    }
}
