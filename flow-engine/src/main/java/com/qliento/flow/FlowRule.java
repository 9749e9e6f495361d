package com.qliento.flow;

/** One thing that is looked at in a flow. */
@FunctionalInterface
interface FlowRule {

    /** Never throws, whatever the file holds. */
    void check(FlowModel flow, FlowEnvironment environment, Findings findings);
}
