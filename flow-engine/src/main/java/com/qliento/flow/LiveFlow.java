package com.qliento.flow;

/** A flow as it is published: the version new conversations get. */
public record LiveFlow(String key, int version, String definitionId) {}
