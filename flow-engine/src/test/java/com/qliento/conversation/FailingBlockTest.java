package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.qliento.block.Blocks;
import com.qliento.scene.EngineRows;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A block behind a timer that fails, and says with whose number. */
class FailingBlockTest {

    private static final String NUMBER = "34699123987";

    private final Scene scene = Scene.shared();
    private final EngineRows rows = new EngineRows(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "f" + customer;
    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listens() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void nothing_is_left() {
        root.detachAppender(log);
        var runtime = scene.bean(RuntimeService.class);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(conversation()).list().stream()
                .forEach(left -> runtime.deleteProcessInstanceIfExists(left.getId(), "", true, true, true, true));
    }

    @Test
    void the_words_of_a_failure_reach_neither_the_engine_s_tables_nor_the_log() {
        var instance = waitingFlow();

        fails(instance);

        assertThat(rows.tablesWith("act_", NUMBER)).isEmpty();
        assertThat(rows.tablesWith("act_ru_job", IllegalStateException.class.getName()))
                .as("its type is kept")
                .isNotEmpty();
        assertThat(log.list).extracting(FailingBlockTest::whole).noneMatch(line -> line.contains(NUMBER));
    }

    @Test
    void a_flow_that_failed_for_the_last_time_leaves_nothing_in_the_engine_s_history() {
        var instance = waitingFlow();
        for (int i = 0; i < 5; i++) {
            fails(instance);
        }

        Awaitility.await().until(() -> instances() == 0);

        assertThat(rows.tablesWith("act_", NUMBER)).isEmpty();
        assertThat(rows.tablesWith("act_hi_", instance.getId())).isEmpty();
        assertThat(rows.tablesWith("act_hi_", instance.getProcessDefinitionId()))
                .isEmpty();
    }

    private ProcessInstance waitingFlow() {
        new FlowText(key, key)
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "late")
                .ends()
                .publish(scene);
        scene.says(customer, key);
        scene.hears(customer, 1);
        Awaitility.await().until(() -> instances() == 1);
        var instance = scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation())
                .singleResult();
        becomesFaulty(instance.getProcessDefinitionId());
        return instance;
    }

    private void becomesFaulty(String definition) {
        var engine =
                (ProcessEngineConfigurationImpl) scene.bean(ProcessEngine.class).getProcessEngineConfiguration();
        var text = scene.bean(Blocks.class).find("text").orElseThrow();
        engine.getDeploymentCache()
                .findProcessDefinitionFromCache(definition)
                .findActivity("late")
                .setActivityBehavior(new BlockBehavior(scene.bean(Steps.class), text, new Faulty(), null));
    }

    /** Knows no better than to say what it was at. */
    private static final class Faulty implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            throw new IllegalStateException("nothing can be said to " + NUMBER, new Error("not to " + NUMBER));
        }
    }

    private void fails(ProcessInstance instance) {
        var management = scene.bean(ManagementService.class);
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining(NUMBER);
    }

    private long instances() {
        return scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation())
                .count();
    }

    private String conversation() {
        return new Rest(scene).conversationOf(customer).path("id").asText();
    }

    private static String whole(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return event.getFormattedMessage() + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
    }
}
