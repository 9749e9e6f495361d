package com.qliento.rules.policy;

/**
 * Something an organisation is about to do, and what its plan gives of it.
 *
 * @param feature what of
 * @param included how many the plan includes; 0 for none
 * @param used how many are used up, this one not counted
 * @param state of what is paid
 */
public record PlanUse(Feature feature, long included, long used, State state) {

    /** What plans count. */
    public enum Feature {
        NUMBER,
        MEMBER,
        PUBLISHED_FLOW,
        CONVERSATION,
        AI_ANSWER
    }

    /** Whether the plan is paid. */
    public enum State {
        TRIAL,
        PAID,
        /** A payment failed, and is tried again. */
        PAST_DUE,
        ENDED
    }

    /** Whether nothing is left. */
    public boolean usedUp() {
        return used >= included;
    }
}
