package com.qliento.bpmn;

/** A name under which a flow keeps something about a customer, with what it is and what for. */
public record Answer(String name, String category, String purpose) {}
