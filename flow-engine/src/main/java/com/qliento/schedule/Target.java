package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import java.util.UUID;
import java.util.function.Supplier;

/** A kind of those whom schedules begin their flows for. */
interface Target {

    /** The word for it in rows. */
    String kind();

    /**
     * Begins the schedule's flow in the open transaction of the organisation; gives the wish that became of it.
     *
     * @param values what the flow is handed; asked for when it may begin
     * @throws Problem with why it can't
     */
    UUID begin(OrganisationId organisation, Schedule schedule, Supplier<ObjectNode> values);
}
