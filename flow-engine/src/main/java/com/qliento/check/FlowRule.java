package com.qliento.check;

import com.qliento.bpmn.FlowModel;

/**
 * One thing that is looked at in a flow, whatever blocks it is drawn with. A rule is a bean, and none is listed: a feature
 * that has one of its own adds it. {@code @Order} is the place of what it finds among errors and among warnings; the
 * usual ones stand at 10 to 200.
 */
@FunctionalInterface
public interface FlowRule {

    /** Never throws, whatever the file holds. */
    void check(FlowModel flow, FlowEnvironment environment, Findings findings);
}
