package com.qliento.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.organisation.OrganisationId;
import com.qliento.run.RunWish;
import com.qliento.run.Runs;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Nobody: the flow works by itself. */
@Component
class RunTarget implements Target {

    static final String KIND = "run";

    private final Runs runs;

    RunTarget(Runs runs) {
        this.runs = runs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public UUID begin(OrganisationId organisation, Schedule schedule, Supplier<ObjectNode> values) {
        return runs.begin(organisation, wish(schedule.flowKey(), schedule.id(), values.get()));
    }

    static RunWish wish(String flowKey, UUID schedule, ObjectNode values) {
        return new RunWish(flowKey, values, new RunWish.Cause("schedule", schedule));
    }
}
