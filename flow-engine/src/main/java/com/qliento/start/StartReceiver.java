package com.qliento.start;

import com.qliento.conversation.ResultReceiver;
import com.qliento.conversation.Step;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Pending;
import com.qliento.vault.Unreadable;
import org.springframework.stereotype.Component;

/** Lets the flow begin that somebody wished for, if it is still published. */
@Component
class StartReceiver implements ResultReceiver {

    private final StartSeals seals;
    private final RunningFlows flows;

    StartReceiver(StartSeals seals, RunningFlows flows) {
        this.seals = seals;
        this.flows = flows;
    }

    @Override
    public String kind() {
        return StartSeals.KIND;
    }

    @Override
    public Fate take(Step step, Pending result) {
        var organisation = step.conversation().lane().organisation();
        try {
            var wished = seals.open(organisation, result);
            return flows.published(organisation, wished.flowKey())
                    .filter(flow -> !flows.aboutNobody(organisation, flow.key()))
                    .<Fate>map(flow -> new Begin(flow, wished.values(), wished.whenBusy()))
                    .orElseGet(() -> new Done("no-such-flow " + wished.flowKey()));
        } catch (Unreadable erased) {
            return Fate.LATE;
        }
    }
}
