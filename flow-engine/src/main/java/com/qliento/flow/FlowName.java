package com.qliento.flow;

/** A flow by its key and its name, without its drawing. */
public record FlowName(String key, String name) {}
