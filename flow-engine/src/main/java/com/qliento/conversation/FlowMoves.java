package com.qliento.conversation;

import com.qliento.call.CallOutcome;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.conversation.told.StepNews;
import com.qliento.engine.Processes;
import com.qliento.flow.LiveFlow;
import com.qliento.organisation.Organisation;
import com.qliento.rules.policy.Heard;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Does with flows what the routing rules say: begins and ends them, lets them go on, or speaks where none does. */
@Component
class FlowMoves {

    /** Where messages go that are for no flow but for a feature beside them. */
    private static final Set<Heard.Route> FOR_A_RECEIVER =
            EnumSet.of(Heard.Route.OPT_OUT, Heard.Route.OPT_IN, Heard.Route.PRIVACY_REQUEST, Heard.Route.PERSON);

    private final Processes processes;
    private final GeneralReply reply;

    FlowMoves(Processes processes, GeneralReply reply) {
        this.processes = processes;
        this.reply = reply;
    }

    /** The flow that waits goes on with the step's message as its answer. */
    void answer(Step step) {
        step.runs();
        processes.signal(Objects.requireNonNull(step.conversation().position().executionId()));
    }

    /** The flow that waits is told that the step's message answers an earlier question. */
    void answeredAlready(Step step) {
        step.runs();
        processes.signal(
                Objects.requireNonNull(step.conversation().position().executionId()), BlockBehavior.ANSWERED_ALREADY);
    }

    /** The flow that called goes on with what came of it. */
    void returned(Step step, CallOutcome outcome) {
        step.returns();
        processes.signal(
                Objects.requireNonNull(step.conversation().position().executionId()), BlockBehavior.RETURNED, outcome);
    }

    /** Ends the flow that runs, if one does. */
    void end(Step step, String reason) {
        var left = step.position();
        if (left.instanceId() != null) {
            processes.cancel(left.instanceId(), reason);
        }
        if (left.state() != FlowPosition.State.FREE) {
            step.ends(StepNews.Ending.STOPPED);
        }
    }

    /** The flow that runs, if one does, stays where it stands. A route without a receiver leads to nobody. */
    private static void received(Step step, Router.Routed routed) {
        var receiver = routed.receiver();
        if (receiver == null) {
            step.note(routed.note("no-flow"));
        } else {
            receiver.receive(step);
            step.note(routed.note("received"));
        }
    }

    /** What the rule wants besides giving the message to a flow that waits: ends, begins, says. */
    void act(Organisation organisation, Step step, Router.Routed routed) {
        if (FOR_A_RECEIVER.contains(routed.route())) {
            received(step, routed);
            return;
        }
        if (step.position().state() != FlowPosition.State.FREE) {
            interrupt(step, routed);
        }
        if (routed.flow() != null) {
            start(step, routed.flow());
            return;
        }
        switch (routed.route()) {
            case END_FLOW -> step.say(null, new OutboundContent.Text(organisation.stopReply(), false));
            case FALLBACK -> {
                var words = reply.text(organisation, step.conversation().lane().channel());
                step.say(null, new OutboundContent.Text(words, false));
                step.saysFallback();
                step.note(routed.note("fallback"));
            }
            default -> step.note(routed.note("no-flow"));
        }
    }

    private void interrupt(Step step, Router.Routed routed) {
        var left = step.position();
        if (left.instanceId() != null) {
            processes.cancel(left.instanceId(), "interrupted by the customer");
        }
        step.note(routed.interrupts(left));
        step.ends(StepNews.Ending.STOPPED);
    }

    /** The flow begins for another system, unless one runs that it does not end; false when it is to wait for that. */
    boolean begin(Step step, ResultReceiver.Begin wish) {
        if (step.position().state() != FlowPosition.State.FREE) {
            switch (wish.whenBusy()) {
                case WAIT -> {
                    return false;
                }
                case SKIP -> {
                    step.note("not-begun " + wish.flow().key());
                    return true;
                }
                case INTERRUPT -> {
                    step.note("begun-instead " + wish.flow().key());
                    end(step, "another system began a flow");
                }
            }
        }
        start(step, wish.flow(), wish.values());
        return true;
    }

    private void start(Step step, LiveFlow flow) {
        start(step, flow, Map.of());
    }

    private void start(Step step, LiveFlow flow, Map<String, Object> values) {
        step.begins(flow.key(), flow.definitionId());
        values.forEach((name, value) -> step.answers().put(name, value, flow.key(), ""));
        processes
                .start(flow.definitionId(), step.conversation().id().toString())
                .ifPresent(step::runsAs);
    }
}
