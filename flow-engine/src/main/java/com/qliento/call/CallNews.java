package com.qliento.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.database.RoundTrip;
import com.qliento.happening.Happening;
import com.qliento.happening.HappeningKind;
import com.qliento.happening.Happenings;
import org.springframework.stereotype.Component;

/** Tells what calls came to, as it is recorded: those who make them, and whoever listens for calls of flows that failed. */
@Component
class CallNews {

    private final Callees callees;
    private final Happenings happenings;

    CallNews(Callees callees, Happenings happenings) {
        this.callees = callees;
        this.happenings = happenings;
    }

    void recorded(RoundTrip trip, Settled settled) {
        var ticket = settled.call().ticket();
        var callee = callees.find(ticket.line().kind());
        if (callee != null) {
            callee.recorded(
                    trip,
                    new Callee.Tried(
                            ticket.id(),
                            ticket.line().organisation(),
                            settled.outcome(),
                            OutcomeWord.of(settled.outcome()).code(),
                            settled.call().attempt(),
                            settled.took(),
                            settled.at(),
                            settled.next()));
        }
    }

    /** A call that no flow waits for is the affair of its feature. */
    void ended(RoundTrip trip, CallStore.Gone gone, Settled settled) {
        var lane = gone.lane();
        var conversation = gone.conversation();
        var line = settled.call().ticket().line();
        if (lane == null
                || conversation == null
                || gone.cancelled()
                || settled.outcome() instanceof CallOutcome.Answered
                || !happenings.areHeard(line.organisation(), HappeningKind.CALL_FAILED)) {
            return;
        }
        var facts = JsonNodeFactory.instance
                .objectNode()
                .put("call", gone.id().toString())
                .put("kind", line.kind())
                .put("target", line.target())
                .put("element", gone.element())
                .put("code", OutcomeWord.of(settled.outcome()).code())
                .put("attempts", settled.call().attempt())
                .put("conversation", conversation.toString());
        if (lane.isRun()) {
            facts.put("run", lane.contact().toString());
        } else {
            facts.put("contact", lane.contact().toString())
                    .put("channel", lane.channel().toString());
        }
        happenings.tell(
                trip,
                new Happening(
                        HappeningKind.CALL_FAILED,
                        line.organisation(),
                        lane.contact(),
                        settled.at(),
                        facts,
                        JsonNodeFactory.instance::objectNode));
    }
}
