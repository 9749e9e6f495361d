package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.slf4j.LoggerFactory;

/** Which of the processes that stand still are ended, and which wait for somebody to look. */
class StuckFlowsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(StuckFlows.class);

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    private static Stream<@Nullable OrganisationId> owners() {
        return Stream.of(null, DEMO);
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

    @Test
    void what_is_only_tried_is_left_to_whoever_tries_it() {
        waitingFlow();
        try (var tried = new PrivacyProcess(scene, DEMO, ProcessKind.CHAT.tryKey(customer))) {
            var stuck = tried.start(UUID.fromString(conversation().path("id").asText()));
            breaks(stuck);

            scene.bean(StuckFlows.class).sweep();

            assertThat(runs(stuck)).isTrue();
            assertThat(incidents(stuck)).isOne();
        }
    }

    @Test
    void one_that_cannot_be_ended_is_told_of_once_and_comes_free_when_it_can() {
        var flow = waitingFlow();
        var conversation = conversation().path("id").asText();
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        LOG.addAppender(told);
        isAbout(flow, "no " + conversation);
        breaks(flow);

        scene.bean(StuckFlows.class).sweep();
        scene.bean(StuckFlows.class).sweep();

        LOG.detachAppender(told);
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains("no " + conversation))
                .hasSize(1);
        assertThat(runs(flow)).isTrue();
        isAbout(flow, conversation);
        scene.bean(StuckFlows.class).sweep();
        assertThat(runs(flow)).isFalse();
    }

    /** Takes the instance's conversation from it, or gives it back: without one it can't be ended. */
    private void isAbout(String instance, String businessKey) {
        assertThat(scene.jdbc()
                        .sql("UPDATE act_ru_execution SET business_key_ = ? WHERE id_ = ?")
                        .params(businessKey, instance)
                        .update())
                .isOne();
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
