package com.qliento.scene;

import com.qliento.organisation.OrganisationId;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

/** A process that is no chat: waits ten minutes, then for a person. Gone with all that runs of it when it is closed. */
public final class PrivacyProcess implements AutoCloseable {

    private static final String MODEL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <bpmn:process id="KEY" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition>
                  <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10M</bpmn:timeDuration>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="review"/>
                <bpmn:userTask id="review" camunda:candidateGroups="privacy"/>
                <bpmn:sequenceFlow id="c" sourceRef="review" targetRef="end"/>
                <bpmn:endEvent id="end"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private final Scene scene;
    private final String deployment;
    private final String definition;

    /** @param organisation whose it is; null when it is the platform's own */
    public PrivacyProcess(Scene scene, @Nullable OrganisationId organisation) {
        this(scene, organisation, "privacy-test");
    }

    /** The same process under a key of another kind, or of none. */
    public PrivacyProcess(Scene scene, @Nullable OrganisationId organisation, String key) {
        this.scene = scene;
        var deploying = scene.bean(RepositoryService.class)
                .createDeployment()
                .addString("test.bpmn", MODEL.replace("KEY", key));
        if (organisation != null) {
            deploying.tenantId(organisation.toString());
        }
        var deployed = deploying.deployWithResult();
        this.deployment = deployed.getId();
        this.definition = deployed.getDeployedProcessDefinitions().get(0).getId();
    }

    /** Starts an instance about this case; its id. */
    public String start(UUID about) {
        return scene.bean(RuntimeService.class)
                .startProcessInstanceById(definition, about.toString(), Map.of("case", about.toString()))
                .getId();
    }

    @Override
    public void close() {
        scene.bean(RepositoryService.class).deleteDeployment(deployment, true, true, true);
    }
}
