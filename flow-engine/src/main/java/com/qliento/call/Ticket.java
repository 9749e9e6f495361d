package com.qliento.call;

import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** A call that waits, as the desk has it in memory: five hundred that wait are five hundred of these. */
record Ticket(UUID id, Line line, Instant deadline) {

    /** Calls that stand in one line: to one target of one organisation. */
    record Line(OrganisationId organisation, String kind, String target) {}

    static Ticket of(Call call) {
        var line = new Line(call.caller().organisation(), call.kind(), call.target());
        return new Ticket(call.id(), line, call.deadline());
    }
}
