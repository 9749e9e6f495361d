package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.scene.EngineRows;
import com.qliento.scene.PrivacyProcess;
import com.qliento.scene.Scene;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.junit.jupiter.api.Test;

/** A case of which everything is kept, and whose step fails with the words of a person. */
class FailedJobsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final EngineRows rows = new EngineRows(scene);
    private final String canary = "CAN-" + UUID.randomUUID();

    @Test
    void what_a_step_said_when_it_failed_is_kept_nowhere_only_of_what_type_it_was() {
        try (var process = new PrivacyProcess(scene, DEMO)) {
            var instance = process.start(UUID.randomUUID());
            becomesFaulty(instance);

            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> scene.bean(ManagementService.class).executeJob(job(instance)))
                        .hasStackTraceContaining(canary);
            }

            assertThat(rows.tablesWith("act_", canary)).isEmpty();
            assertThat(rows.tablesWith("act_", Faulty.class.getName()))
                    .contains("act_ru_job", "act_ge_bytearray", "act_ru_incident", "act_hi_job_log", "act_hi_incident");
        }
    }

    private void becomesFaulty(String instance) {
        var definition = scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        var engine =
                (ProcessEngineConfigurationImpl) scene.bean(ProcessEngine.class).getProcessEngineConfiguration();
        engine.getDeploymentCache()
                .findProcessDefinitionFromCache(definition)
                .findActivity("review")
                .setActivityBehavior(new Behaviour(canary));
    }

    private String job(String instance) {
        return scene.bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** Says whom it was about, and so does what it is caused by. */
    private static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Faulty(String canary) {
            super("nothing can be said to " + canary, new IllegalStateException("not to " + canary));
        }
    }

    private record Behaviour(String canary) implements ActivityBehavior {

        @Override
        public void execute(ActivityExecution execution) {
            throw new Faulty(canary);
        }
    }
}
