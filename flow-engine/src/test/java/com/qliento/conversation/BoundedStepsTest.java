package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.qliento.block.Blocks;
import com.qliento.bpmn.FlowCompiler;
import com.qliento.bpmn.FlowReader;
import com.qliento.engine.Processes;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published can't take a node: a step ends at a limit, says at which, and other lanes go on. */
class BoundedStepsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "f" + customer;

    @Test
    void values_that_grow_from_step_to_step_end_the_step_with_a_reason_and_others_are_answered() {
        var flow = new FlowText(key, key).sets("v0", "v0", "\"x\"");
        for (int i = 1; i <= 6; i++) {
            flow.sets("v" + i, "v" + i, "replace(v" + (i - 1) + ", \"x\", \"xxxxxxxxxx\")");
        }
        flow.says("done", "done").ends().publish(scene);
        another();

        scene.says(customer, key);

        assertThat(parked().path("reason").asText())
                .contains("flow " + key)
                .contains("block v5")
                .contains("replace(v4")
                .contains("more than 50000 characters");
        othersAreAnswered();
    }

    @Test
    void an_expression_that_builds_too_much_on_its_way_ends_the_step() {
        var copies = "+v".repeat(40).substring(1);
        new FlowText(key, key)
                .sets("v", "v", "if answer = \"no\" then \"\" else answer")
                .sets("n", "n", "count(for i in 1..70, j in 1..70 return " + copies + ")")
                .says("done", "done {{ n }}")
                .ends()
                .publish(scene);

        scene.says(customer, key);

        assertThat(parked().path("reason").asText()).contains("block n").contains("characters on its way");
    }

    @Test
    void a_condition_that_builds_too_much_is_no_silent_no() {
        var copies = "+v".repeat(40).substring(1);
        new FlowText(key, key)
                .sets("v", "v", "if answer = \"no\" then \"\" else \"a longer answer\" + answer")
                .asks(
                        "q",
                        "question",
                        "Well?",
                        "name",
                        "q",
                        "valid",
                        "count(for i in 1..70, j in 1..70 return " + copies + ") > 0")
                .ends()
                .publish(scene);
        scene.says(customer, key);
        scene.hears(customer, 1);

        scene.says(customer, "an ordinary answer");

        assertThat(parked().path("reason").asText()).contains("block").contains("characters on its way");
    }

    @Test
    void all_that_a_conversation_keeps_has_a_room() {
        var flow =
                new FlowText(key, key).sets("p", "p", "string join(for i in 1..999 return \"" + "x".repeat(48) + "\")");
        for (int i = 0; i < 12; i++) {
            flow.sets("k" + i, "k" + i, "p");
        }
        flow.says("done", "done").ends().publish(scene);

        scene.says(customer, key);

        assertThat(parked().path("reason").asText()).contains("no room for the value of 'k");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, NoClassDefFoundError.class, OutOfMemoryError.class})
    void an_error_in_a_step_counts_as_a_try_and_its_message_is_parked(Class<? extends Error> kind) {
        asks();
        becomesFaulty("q", kind);
        another();

        scene.says(customer, "hello");

        assertThat(parked().path("reason").asText())
                .contains(kind.getSimpleName())
                .contains("flow " + key);
        othersAreAnswered();
    }

    @Test
    void an_error_in_a_timer_s_step_counts_and_its_flow_is_ended() {
        new FlowText(key, key)
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "late")
                .ends()
                .publish(scene);
        scene.says(customer, key);
        scene.hears(customer, 1);
        Awaitility.await().until(() -> instances() == 1);
        becomesFaulty("late", StackOverflowError.class);
        var management = scene.bean(ManagementService.class);
        for (int i = 0; i < 5; i++) {
            var job = management
                    .createJobQuery()
                    .processDefinitionId(definition())
                    .singleResult();
            assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(Throwable.class);
        }

        scene.bean(StuckFlows.class).sweep();

        assertThat(instances()).isZero();
    }

    @Test
    void flows_that_start_each_other_end_at_a_depth() {
        new FlowText("b" + key, "b" + key).says("say", "hello").ends().publish(scene);
        new FlowText(key, key).calls("call", "b" + key).ends().publish(scene);
        deploysUnchecked(new FlowText("b" + key, "b" + key).calls("back", key).ends());
        another();

        scene.says(customer, key);

        assertThat(parked().path("reason").asText()).contains("more than 20 flows inside each other");
        othersAreAnswered();
    }

    @Test
    void a_flow_that_never_waits_ends_at_a_number_of_elements() {
        new FlowText("b" + key, "b" + key).says("say", "hello").ends().publish(scene);
        new FlowText(key, key).calls("call", "b" + key).ends().publish(scene);
        deploysUnchecked(new FlowText("b" + key, "b" + key).sets("x", "x", "1").again("x"));
        another();

        scene.says(customer, key);

        assertThat(parked().path("reason").asText()).contains("more than 1000 elements in one step");
        othersAreAnswered();
    }

    /** As a version that no check has seen: a flow that starts it gets the newest. */
    private void deploysUnchecked(FlowText flow) {
        var model = scene.bean(FlowReader.class).read(flow.toString().getBytes(StandardCharsets.UTF_8));
        var unused = scene.bean(Processes.class)
                .deploy(DEMO, FlowCompiler.processKey(flow.key()), FlowCompiler.compile(model, flow.key()));
    }

    private void asks() {
        new FlowText(key, key).asks("q", "question", "Well?").ends().publish(scene);
        scene.says(customer, key);
        scene.hears(customer, 1);
    }

    private void another() {
        new FlowText("next" + key, "next" + key).says("hello", "hello").ends().publish(scene);
    }

    private void othersAreAnswered() {
        var other = Scene.newCustomer();
        scene.says(other, "next" + key);
        assertThat(scene.hears(other, 1)).containsExactly("hello");
        scene.says(customer, "next" + key);
        Awaitility.await().until(() -> scene.sink().texts(customer).contains("hello"));
    }

    private void becomesFaulty(String element, Class<? extends Error> kind) {
        var engine =
                (ProcessEngineConfigurationImpl) scene.bean(ProcessEngine.class).getProcessEngineConfiguration();
        var text = scene.bean(Blocks.class).find("text").orElseThrow();
        engine.getDeploymentCache()
                .findProcessDefinitionFromCache(definition())
                .findActivity(element)
                .setActivityBehavior(new BlockBehavior(scene.bean(Steps.class), text, new Faulty(kind), null));
    }

    private String definition() {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT definition_id FROM flow_version WHERE flow_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    /** Fails as nothing that is only a failure does. */
    private record Faulty(Class<? extends Error> kind) implements BlockAction {

        @Override
        public Outcome enter(Step step) {
            throw error();
        }

        @Override
        public Outcome answered(Step step) {
            throw error();
        }

        private Error error() {
            try {
                return kind.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private long instances() {
        var conversation =
                UUID.fromString(rest.conversationOf(customer).path("id").asText());
        return scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(conversation.toString())
                .count();
    }

    private JsonNode parked() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            if (!first("parked").isMissingNode()) {
                return true;
            }
            scene.passes(Duration.ofSeconds(70));
            return false;
        });
        return first("parked");
    }

    private JsonNode first(String state) {
        return rest.messagesOf(customer).stream()
                .filter(message -> message.path("state").asText().equals(state))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
