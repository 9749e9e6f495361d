package com.qliento.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.database.NodeConnection;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** A timer's step that was under way when its process ended. */
class LeftJobsTest {

    /** Of no node that ever was. */
    private static final String GONE = "node-999999999";

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @Test
    void it_counts_as_a_try_and_after_the_last_its_flow_is_ended() {
        var job = timer();
        int tries = job.getRetries();

        isTakenBy(job, GONE);
        scene.bean(LeftJobs.class).count();
        assertThat(again(job).getRetries()).isEqualTo(tries - 1);
        scene.bean(LeftJobs.class).count();
        assertThat(again(job).getRetries()).as("counted once").isEqualTo(tries - 1);

        for (int i = 1; i < tries; i++) {
            isTakenBy(job, GONE);
            scene.bean(LeftJobs.class).count();
        }

        Awaitility.await().until(() -> instances() == 0);
        assertThat(rest.conversationOf(customer).path("flow").isMissingNode()).isTrue();
    }

    @Test
    void what_a_living_node_is_at_does_not_count() {
        var job = timer();

        isTakenBy(job, "node-" + scene.bean(NodeConnection.class).node());
        scene.bean(LeftJobs.class).count();

        assertThat(again(job).getRetries()).isEqualTo(job.getRetries());
    }

    private Job timer() {
        new FlowText("f" + customer, customer)
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "late")
                .ends()
                .publish(scene);
        scene.says(customer, customer);
        scene.hears(customer, 1);
        Awaitility.await().until(() -> instances() == 1);
        var instance = scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation())
                .singleResult();
        return scene.bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private void isTakenBy(Job job, String owner) {
        assertThat(scene.jdbc()
                        .sql("UPDATE act_ru_job SET lock_owner_ = ?, lock_exp_time_ = now() WHERE id_ = ?")
                        .params(owner, job.getId())
                        .update())
                .isOne();
    }

    private Job again(Job job) {
        return scene.bean(ManagementService.class)
                .createJobQuery()
                .jobId(job.getId())
                .singleResult();
    }

    private long instances() {
        return scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation())
                .count();
    }

    private String conversation() {
        return rest.conversationOf(customer).path("id").asText();
    }
}
