package com.qliento.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Holds each process to its kind when the engine reads it, whatever its file says: for how long it is remembered. */
@Component
class KindListener extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        var kind = ProcessKind.of(definition)
                .orElseThrow(() -> new IllegalStateException("a process's key begins like that of no kind"));
        definition.setHistoryTimeToLive(kind.historyDays());
    }
}
