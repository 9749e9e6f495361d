package com.qliento.run;

import com.qliento.conversation.ResultReceiver;
import com.qliento.conversation.Step;
import com.qliento.database.RoundTrip;
import com.qliento.flow.RunningFlows;
import com.qliento.inbox.Pending;
import com.qliento.vault.Unreadable;
import org.springframework.stereotype.Component;

/** Lets a run's flow begin, if it is still published, and notes that it has ended. */
@Component
class RunReceiver implements ResultReceiver {

    /** The kind of results that runs begin by. */
    static final String KIND = "run";

    private final RunSeals seals;
    private final RunningFlows flows;
    private final RunStore store;

    RunReceiver(RunSeals seals, RunningFlows flows, RunStore store) {
        this.seals = seals;
        this.flows = flows;
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Fate take(Step step, Pending result) {
        var organisation = step.conversation().lane().organisation();
        try {
            var given = seals.given(organisation, result);
            return flows.published(organisation, given.flowKey())
                    .filter(flow -> flows.aboutNobody(organisation, flow.key()))
                    .<Fate>map(flow -> new Begin(flow, given.values(), WhenBusy.SKIP))
                    .orElseGet(() -> new Done("no-such-flow " + given.flowKey()));
        } catch (Unreadable erased) {
            return Fate.LATE;
        }
    }

    @Override
    public void runEnds(RoundTrip trip, RunEnd end) {
        store.end(trip, end.lane().contact(), end.state(), end.conversation(), end.at());
    }
}
