package com.qliento.problem;

/** What a refusal means for whoever asked. How each is told over HTTP is the interfaces' matter. */
public enum ProblemKind {
    /** What was sent can't be read. */
    UNREADABLE,
    /** Nobody knows who asks. */
    UNKNOWN_CALLER,
    /** Who asks may not do this. */
    FORBIDDEN,
    /** There is no such thing for this caller; another organisation's things included. */
    MISSING,
    /** What was sent did not arrive in time. */
    TOO_SLOW,
    /** It can't be done in the state the thing is in. */
    CONFLICT,
    /** What was sent is more than is taken. */
    TOO_LARGE,
    /** What was sent is of a type that is not taken. */
    UNKNOWN_TYPE,
    /** It was asked too often; nothing was changed, and the same may do after the seconds of {@code retryAfter}. */
    TOO_OFTEN,
    /** What was sent can be read, and can't be used. */
    INVALID,
    /** Not now; nothing was changed, and the same may do later. */
    UNAVAILABLE,
    /** There is no room to keep it. */
    NO_ROOM
}
