package com.qliento.ui.shell;

/** Where in the navigation a view stands; in this order. A section without a view that is open to somebody is not shown. */
public enum Section {
    /** Where everybody begins; without a heading. */
    START,
    /** What answers: flows, rules, files. */
    BUILD,
    /** Who is answered. */
    TALK,
    /** What Qliento is connected with. */
    CONNECT,
    /** What people may ask to know or to be forgotten. */
    PRIVACY,
    /** Who works here, and how. */
    ORGANISATION
}
