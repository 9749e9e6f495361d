package com.qliento.check;

import static com.qliento.check.Bpmn.around;
import static com.qliento.check.Bpmn.arrow;
import static com.qliento.check.Bpmn.block;
import static com.qliento.check.Bpmn.end;
import static com.qliento.check.Bpmn.process;
import static com.qliento.check.Bpmn.start;
import static com.qliento.check.Bpmn.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Parameter;
import com.qliento.block.ParameterKind;
import com.qliento.block.TextBundle;
import com.qliento.bpmn.FlowProblem;
import com.qliento.bpmn.FlowReader;
import com.qliento.bpmn.Repair;
import com.qliento.chat.ChatSet;
import com.qliento.rules.feel.Expressions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where secrets are named, with a block that calls another system and an organisation that has the secret {@code crm}. */
class SecretRuleTest {

    private static final Block CALLING = Block.of(
                    TextBundle.beside(SecretRuleTest.class, "Calling"),
                    "calling",
                    BlockGroup.DO,
                    BpmnElement.SERVICE_TASK)
            .with(
                    Parameter.of("header", ParameterKind.LINE).namingSecrets(),
                    Parameter.of("key", ParameterKind.SECRET),
                    Parameter.of("note", ParameterKind.TEXT));

    private static final FlowLanguage LANGUAGE = new FlowLanguage(new Expressions());
    private static final FlowCheck CHECK = new FlowCheck(
            new FlowReader(ChatSet.blocksAnd(() -> CALLING)),
            List.of(new SecretRule(LANGUAGE), new ExpressionRule(LANGUAGE)));

    @Test
    void a_secret_that_is_there_may_be_named_where_another_system_is_called_beside_expressions() {
        assertThat(calling("header", "Bearer {{ secret.crm }} {{ contact.name }}", "key", "crm", "note", "Hi"))
                .isEmpty();
    }

    @Test
    void a_secret_that_is_not_there_is_told_by_its_name_and_the_one_that_was_meant_is_offered() {
        assertThat(calling("header", "{{ secret.mailer }}", "key", "crn"))
                .extracting(FlowProblem::code, FlowProblem::message, FlowProblem::repair)
                .containsExactly(
                        tuple(
                                "unknown-secret",
                                "The service task 'x': there is no secret 'mailer'. Choose one that there is, or have an"
                                        + " owner set it on the page Secrets.",
                                null),
                        tuple(
                                "unknown-secret",
                                "The service task 'x': there is no secret 'crn'. Choose one that there is, or have an"
                                        + " owner set it on the page Secrets.",
                                Repair.set("x", "key", "crm")));
    }

    @Test
    void what_people_read_never_names_one_whatever_block_it_is_of() {
        assertThat(calling("note", "Your key is {{ secret.crm }}"))
                .extracting(FlowProblem::code)
                .containsExactly("secret-in-text");
        assertThat(check(around(block("sendTask", "x", "text", "text", "Your key is {{ secret.crm }}"))))
                .extracting(FlowProblem::code)
                .containsExactly("secret-in-text");
        assertThat(check(around(block("sendTask", "x", "buttons", "text", "Well?", "button1", "{{ secret.crm }}"))))
                .extracting(FlowProblem::code)
                .containsExactly("secret-in-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ \"x\" + secret.crm }}",
                "{{ secret[\"crm\"] }}",
                "{{ secret }}",
                "{{ if true then secret.crm else \"\" }}"
            })
    void no_expression_knows_one_where_another_system_is_called_either(String written) {
        for (var setting : List.of("header", "note")) {
            assertThat(calling(setting, written))
                    .extracting(FlowProblem::code)
                    .contains("secret-in-expression")
                    .doesNotContain("unknown-name");
        }
    }

    @Test
    void neither_a_value_nor_a_condition_has_one() {
        var value = around(block("serviceTask", "x", "set-value", "name", "copy", "value", "secret.crm"));
        var way = process(
                start(),
                arrow("start", "gate"),
                "<bpmn:exclusiveGateway id='gate' default='gate-end'/>",
                arrow("gate", "end"),
                arrow("gate", "x", "feel", "secret.crm = \"a\""),
                text("x"),
                arrow("x", "end"),
                end());

        assertThat(check(value)).extracting(FlowProblem::code).contains("secret-in-expression");
        assertThat(check(way)).extracting(FlowProblem::code).contains("secret-in-expression");
    }

    private static List<FlowProblem> calling(String... settings) {
        return check(around(block("serviceTask", "x", "calling", settings)));
    }

    private static List<FlowProblem> check(byte[] flow) {
        return CHECK.check(flow, new WithSecret());
    }

    private record WithSecret() implements FlowEnvironment {

        @Override
        public String flowKey() {
            return "this";
        }

        @Override
        public boolean published(String flowKey) {
            return false;
        }

        @Override
        public Set<String> calls(String flowKey) {
            return Set.of();
        }

        @Override
        public Set<String> secrets() {
            return Set.of("crm");
        }
    }
}
