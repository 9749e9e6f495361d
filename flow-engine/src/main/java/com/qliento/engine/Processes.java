package com.qliento.engine;

import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
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

    /** Tells the execution that waits something else than that it goes on. */
    public void signal(String executionId, String what) {
        runtime.signal(executionId, what, null, Map.of());
    }

    /** The same, with something for the one who is told; it is kept nowhere. */
    public void signal(String executionId, String what, Object with) {
        runtime.signal(executionId, what, with, Map.of());
    }

    /**
     * An instance that stands still: its timer's step failed until no try was left.
     *
     * @param instanceId of the instance that was started first, not of one that it calls
     * @param element whose timer it was
     */
    public record Stuck(OrganisationId organisation, String instanceId, String businessKey, String element) {}

    /**
     * Instances of this kind at work that stand still, of all organisations, not more than this. One that was called by a
     * process of another kind is not among them, nor one that is only tried: whoever started it has to look after it.
     */
    public List<Stuck> stuck(ProcessKind kind, int atMost) {
        return Stream.iterate(0, first -> first + atMost)
                .map(first -> failedJobs(first, atMost))
                .takeWhile(incidents -> !incidents.isEmpty())
                .flatMap(List::stream)
                .filter(incident -> isOf(kind, incident.getProcessDefinitionId()))
                .flatMap(incident -> stuck(kind, incident).stream())
                .limit(atMost)
                .toList();
    }

    private List<Incident> failedJobs(int first, int atMost) {
        return runtime.createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentId()
                .asc()
                .listPage(first, atMost);
    }

    private Optional<Stuck> stuck(ProcessKind kind, Incident incident) {
        // A caller has the same incident, with this one as its cause.
        if (!incident.getId().equals(incident.getRootCauseIncidentId())) {
            return Optional.empty();
        }
        return instance(incident.getProcessInstanceId())
                .flatMap(instance -> instance(instance.getRootProcessInstanceId()))
                .filter(root -> kind.isAtWork(repository.getProcessDefinition(root.getProcessDefinitionId())))
                .map(root -> new Stuck(
                        OrganisationId.of(root.getTenantId()),
                        root.getId(),
                        root.getBusinessKey(),
                        incident.getActivityId()));
    }

    /** Jobs of the engine itself belong to no definition. */
    private boolean isOf(ProcessKind kind, @Nullable String definitionId) {
        return definitionId != null && kind.holds(repository.getProcessDefinition(definitionId));
    }

    private Optional<ProcessInstance> instance(String id) {
        return Optional.ofNullable(
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult());
    }

    /** Instances of this definition that have not ended, those inside other instances included. */
    public long running(String definitionId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(definitionId)
                .count();
    }

    /** Takes a definition away, if it is there. Fails while it has instances: none of them is ended by it. */
    public void undeploy(String definitionId) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definitionId)
                .singleResult();
        if (definition != null) {
            repository.deleteDeployment(definition.getDeploymentId(), false, true, true);
        }
    }

    /** Takes an instance away of which nobody is told: what a flow does at its end is not done. */
    public void discard(String instanceId, String reason) {
        runtime.deleteProcessInstanceIfExists(instanceId, reason, true, true, true, false);
    }

    /** Ends an instance where it is. */
    public void cancel(String instanceId, String reason) {
        runtime.deleteProcessInstanceIfExists(instanceId, reason, false, true, true, false);
    }
}
