package com.qliento.draft;

/** This node heard nothing for a while: any draft may have been saved meanwhile. */
public record DraftsMissed() {}
