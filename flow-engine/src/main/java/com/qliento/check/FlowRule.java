package com.qliento.check;

import com.qliento.bpmn.FlowModel;

/** One thing that is looked at in a flow. */
@FunctionalInterface
interface FlowRule {

    /** Never throws, whatever the file holds. */
    void check(FlowModel flow, FlowEnvironment environment, Findings findings);
}
