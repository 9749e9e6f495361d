package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.engine.ProcessKind;
import com.qliento.engine.Processes;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.FlowText;
import com.qliento.scene.PrivacyProcess;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the processes that stand still are ended, and which wait for somebody to look. */
class StuckFlowsTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    private static Stream<@Nullable OrganisationId> owners() {
        return Stream.of(null, OrganisationId.of("00000000-0000-7000-8000-00000000de30"));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void a_flow_comes_free_beside_a_process_of_another_kind_that_stays_as_it_is(@Nullable OrganisationId owner) {
        try (var process = new PrivacyProcess(scene, owner)) {
            var stuck = process.start(UUID.randomUUID());
            breaks(stuck);
            breaks(waitingFlow());

            scene.bean(StuckFlows.class).sweep();

            assertThat(conversation().path("flow").isMissingNode()).isTrue();
            assertThat(runs(stuck)).isTrue();
            assertThat(incidents(stuck)).isOne();
        }
    }

    @Test
    void many_of_another_kind_hide_no_flow_that_stands_still() {
        try (var process = new PrivacyProcess(scene, null)) {
            for (int i = 0; i < 5; i++) {
                breaks(process.start(UUID.randomUUID()));
            }
            var flow = waitingFlow();
            breaks(flow);

            var stuck = scene.bean(Processes.class).stuck(ProcessKind.CHAT, 1);

            assertThat(stuck).extracting(Processes.Stuck::instanceId).containsExactly(flow);
        }
    }

    private String waitingFlow() {
        var key = "f" + customer;
        new FlowText(key, key)
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "late")
                .ends()
                .publish(scene);
        scene.says(customer, key);
        scene.hears(customer, 1);
        return Awaitility.await().until(this::instance, id -> !id.isEmpty());
    }

    private String instance() {
        var instance = scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation().path("id").asText())
                .singleResult();
        return instance == null ? "" : instance.getId();
    }

    /** Its timer's step has failed for the last time. */
    private void breaks(String instance) {
        var management = scene.bean(ManagementService.class);
        management.setJobRetries(
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId(),
                0);
    }

    private JsonNode conversation() {
        return rest.conversationOf(customer);
    }

    private boolean runs(String instance) {
        return scene.bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 1;
    }

    private long incidents(String instance) {
        return scene.bean(RuntimeService.class)
                .createIncidentQuery()
                .processInstanceId(instance)
                .count();
    }
}
