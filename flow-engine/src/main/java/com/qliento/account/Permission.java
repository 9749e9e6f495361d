package com.qliento.account;

/** What there is to be allowed. */
public enum Permission {
    /** Look at what is built, and at figures; reads no customer's words. */
    LOOK_ON,
    /** Make and try flows, tables and files. */
    BUILD,
    /** Make a flow or a table live, or an earlier version of it. */
    PUBLISH,
    /** Read what customers wrote and were answered. */
    SEE_CONVERSATIONS,
    /** Begin flows for customers. */
    START_FLOWS,
    /** Try messages again that wait for a person, or give them up. */
    SETTLE_MESSAGES,
    /** Connect numbers, keep the secrets of other systems, and say which of those flows may ask. */
    MANAGE_CONNECTIONS,
    /** Be stricter than the platform about what is sent. */
    TIGHTEN_POLICIES,
    /** Read what was done by whom, and prove that nothing was changed of it. */
    SEE_AUDIT,
    /** Work requests of people about their data: all that is kept of somebody, whatever it is. */
    WORK_CASES,
    /** Note what a person agreed to, refused or took back, and what colleagues are to know of them. */
    RECORD_CONSENT,
    /** Say who works for the organisation, and as what. */
    MANAGE_PEOPLE
}
