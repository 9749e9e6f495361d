package com.qliento.account;

/** What there is to be allowed. */
public enum Permission {
    /** Look at flows, their versions and figures. */
    SEE_FLOWS,
    /** Draw flows and try them. */
    EDIT_FLOWS,
    /** Make a flow live, or an earlier version of it. */
    PUBLISH_FLOWS,
    /** Read what customers wrote and were answered. */
    SEE_CONVERSATIONS,
    /** Connect numbers. */
    MANAGE_CONNECTIONS,
    /** Be stricter than the platform about what is sent. */
    TIGHTEN_POLICIES,
    /** Say who works for the organisation, and as what. */
    MANAGE_PEOPLE
}
