package com.qliento.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.bpmn.FlowProblem;
import com.qliento.chat.ChatSet;
import com.qliento.check.FlowEnvironment;
import com.qliento.scene.FlowText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a block that lets a flow begin later, before its flow is live. */
class LaterCheckTest {

    @Test
    void one_that_can_begin_and_be_heard_is_fine() {
        assertThat(codes("flow", "reminder", "when", "after", "after", "PT20H", "values", "what = answer"))
                .isEmpty();
        assertThat(codes("flow", "reminder", "after", "PT1M")).isEmpty();
    }

    @Test
    void what_keeps_it_from_beginning_is_told() {
        assertThat(codes("flow", "nobody", "after", "PT1H")).containsExactly("later-flow");
        assertThat(codes("flow", "${reminder}", "after", "PT1H")).contains("later-flow");
        assertThat(codes("flow", "reminder")).containsExactly("later-after");
        assertThat(codes("flow", "reminder", "after", "PT10S")).containsExactly("later-soon");
        assertThat(codes("flow", "reminder", "when", "tomorrow", "time", "morning"))
                .containsExactly("later-time");
        assertThat(codes("flow", "reminder", "when", "at")).containsExactly("later-at");
        assertThat(codes("flow", "reminder", "after", "PT1H", "values", "no value"))
                .containsExactly("later-values");
        assertThat(codes("flow", "reminder", "after", "PT1H", "values", "two words = 1"))
                .containsExactly("later-values");
        assertThat(codes("flow", "reminder", "after", "PT1H", "values", "sum = 1 +"))
                .containsExactly("bad-feel");
    }

    @Test
    void what_may_not_be_heard_any_more_by_then_is_pointed_out() {
        assertThat(codes("flow", "reminder", "after", "P1D")).containsExactly("later-window");
        assertThat(codes("flow", "reminder", "when", "tomorrow")).containsExactly("later-window");
        assertThat(codes("flow", "reminder", "when", "at", "at", "now + duration(\"PT1H\")"))
                .containsExactly("later-window");
        assertThat(codes("flow", "asks", "after", "PT1H")).containsExactly("later-itself");
    }

    /** It is no wait: a loop of it never stops, and what follows is said at once. */
    @Test
    void a_loop_that_only_begins_flows_later_is_an_endless_one() {
        var flow = new FlowText("asks", "asks")
                .block("serviceTask", "later", "later", "flow", "reminder", "after", "PT20H")
                .says("said", "Once more")
                .again("later");

        assertThat(problems(flow)).extracting(FlowProblem::code).contains("endless-loop");
    }

    private static List<String> codes(String... settings) {
        return problems(new FlowText("asks", "asks")
                        .block("serviceTask", "later", "later", settings)
                        .says("said", "Noted")
                        .ends())
                .stream()
                .map(FlowProblem::code)
                .toList();
    }

    private static List<FlowProblem> problems(FlowText flow) {
        return ChatSet.check().check(flow.toString().getBytes(StandardCharsets.UTF_8), new Around());
    }

    private record Around() implements FlowEnvironment {

        @Override
        public String flowKey() {
            return "asks";
        }

        @Override
        public boolean published(String key) {
            return key.equals("reminder");
        }

        @Override
        public Set<String> calls(String key) {
            return Set.of();
        }
    }
}
