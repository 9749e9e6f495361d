package com.qliento.structure.broken;

import org.camunda.bpm.engine.RuntimeService;

/** Names a type of the engine. */
public record KnowsCamunda(RuntimeService service) {}
