package com.qliento.structure.broken;

/** Breaks a rule: another public type has this name. */
public final class TakenName {

    private TakenName() {}

    /** What is inside of a type has its name before it. */
    public record Inside() {}
}
