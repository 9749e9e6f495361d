package com.qliento.engine;

import com.qliento.organisation.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Models that are deployed to be played with for a while. Their timers are held in the transaction that sets them, so
 * that the job executor never sees one it may run; they fire when they are told to. All of it happens in the caller's
 * transaction, where there is one.
 */
@Component
public class Sandboxes {

    private static final String NAME = "qliento-sandbox-";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;

    Sandboxes(RepositoryService repository, RuntimeService runtime, ManagementService management) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
    }

    /** A model that can be played. */
    public record Sandbox(String deploymentId, String definitionId) {}

    /**
     * A timer that waits.
     *
     * @param element whose timer it is; null when it belongs to a process that the sandbox's own one calls
     * @param after from when it was set until it is due
     */
    public record Timer(String id, @Nullable String element, Duration after) {}

    /** Deploys a model whose process has a key of its own, so that nothing calls it. */
    public Sandbox deploy(OrganisationId organisation, String processKey, byte[] bpmn) {
        var deployment = repository
                .createDeployment()
                .tenantId(organisation.toString())
                .name(NAME + processKey)
                .addString(processKey + ".bpmn", new String(bpmn, StandardCharsets.UTF_8))
                .deployWithResult();
        return new Sandbox(
                deployment.getId(),
                deployment.getDeployedProcessDefinitions().get(0).getId());
    }

    /** Keeps the instance's timers, and those of what it calls, from firing by themselves; gives all that wait. */
    public List<Timer> holdTimers(String instanceId) {
        var jobs = management
                .createJobQuery()
                .rootProcessInstanceId(instanceId)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        jobs.stream().filter(job -> !job.isSuspended()).forEach(job -> management.suspendJobById(job.getId()));
        return jobs.stream()
                .map(job -> timer(job, job.getProcessInstanceId().equals(instanceId)))
                .toList();
    }

    private Timer timer(Job job, boolean own) {
        var element = own
                ? management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                : null;
        var after = Duration.between(
                job.getCreateTime().toInstant(), job.getDuedate().toInstant());
        // Both were read from the clock one after the other; flows count in whole seconds.
        return new Timer(job.getId(), element, Duration.ofSeconds(Math.round(after.toMillis() / 1000.0)));
    }

    /** Lets this timer be due now. */
    public void fire(String timerId) {
        management.executeJob(timerId);
    }

    /** The elements at which the instance stands; where it calls another, that is the calling element. */
    public List<String> standsAt(String instanceId) {
        return List.copyOf(runtime.getActiveActivityIds(instanceId));
    }

    /** Ends an instance and what it calls, without a word to anybody. */
    public void end(String instanceId) {
        runtime.deleteProcessInstanceIfExists(instanceId, "sandbox", true, true, true, false);
    }

    /** Takes a model away with all that runs of it; nothing when it is gone already. */
    public void remove(String deploymentId) {
        runtime.createProcessInstanceQuery().deploymentId(deploymentId).rootProcessInstances().list().stream()
                .forEach(instance -> end(instance.getId()));
        if (repository.createDeploymentQuery().deploymentId(deploymentId).count() > 0) {
            repository.deleteDeployment(deploymentId, true, true, true);
        }
    }

    /** The deployments of all organisations' sandboxes that were made before this time. */
    public List<String> olderThan(Instant time) {
        return repository
                .createDeploymentQuery()
                .deploymentNameLike(NAME + "%")
                .deploymentBefore(Date.from(time))
                .list()
                .stream()
                .map(deployment -> deployment.getId())
                .toList();
    }
}
