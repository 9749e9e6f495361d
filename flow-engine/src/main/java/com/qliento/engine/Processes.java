package com.qliento.engine;

import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The few things that are asked of the engine. All of it happens in the caller's transaction. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final RepositoryService repository;

    Processes(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Deploys one executable model for an organisation; gives the definition's id, new at every call. */
    public String deploy(OrganisationId organisation, String processKey, byte[] bpmn) {
        var deployment = repository
                .createDeployment()
                .tenantId(organisation.toString())
                .name(processKey)
                .addString(processKey + ".bpmn", new String(bpmn, StandardCharsets.UTF_8))
                .deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getId();
    }

    /**
     * Starts an instance and runs it to its first wait.
     *
     * @param businessKey what the instance is about, by id; reaches the database in clear
     * @return the instance's id, empty when it ran to its end
     */
    public Optional<String> start(String definitionId, String businessKey) {
        var instance = runtime.startProcessInstanceById(definitionId, businessKey);
        return instance.isEnded() ? Optional.empty() : Optional.of(instance.getProcessInstanceId());
    }

    /** Continues the execution that waits, and runs it to the next wait. */
    public void signal(String executionId) {
        runtime.signal(executionId);
    }

    /** Ends an instance where it is. */
    public void cancel(String instanceId, String reason) {
        runtime.deleteProcessInstanceIfExists(instanceId, reason, false, true, true, false);
    }
}
