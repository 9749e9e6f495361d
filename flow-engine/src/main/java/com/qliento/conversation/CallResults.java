package com.qliento.conversation;

import com.qliento.call.CallOutcome;
import com.qliento.call.Calls;
import com.qliento.inbox.Pending;
import com.qliento.vault.Unreadable;
import org.springframework.stereotype.Component;

/** Gives what a call came to, to the flow that waits for it; one that went another way meanwhile hears nothing of it. */
@Component
class CallResults implements ResultReceiver {

    private final Calls calls;
    private final FlowMoves flows;

    CallResults(Calls calls, FlowMoves flows) {
        this.calls = calls;
        this.flows = flows;
    }

    @Override
    public String kind() {
        return Calls.RESULT;
    }

    @Override
    public Fate take(Step step, Pending result) {
        if (!result.id().equals(step.position().callId())) {
            return Fate.LATE;
        }
        flows.returned(step, outcome(step, result));
        return Fate.TAKEN;
    }

    /** Notes at the block that asked what came of it; of what nobody can read any more only that it failed. */
    private CallOutcome outcome(Step step, Pending pending) {
        try {
            var result = calls.result(step.conversation().lane().organisation(), pending);
            step.note(step.position().element() + ":called " + result.facts());
            return result.outcome();
        } catch (Unreadable erased) {
            return CallOutcome.failed("unreadable");
        }
    }
}
