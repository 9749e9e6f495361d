package com.qliento.structure.broken;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;

/** Keeps something in the engine. */
public record WritesVariables(RuntimeService runtime) {

    void atStart(String definition) {
        var started = runtime.startProcessInstanceById(definition, Map.of("name", "Ana"));
        runtime.setVariable(started.getId(), "name", "Ana");
    }
}
