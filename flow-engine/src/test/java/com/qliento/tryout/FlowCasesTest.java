package com.qliento.tryout;

import static com.qliento.tryout.Drafts.ALEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCasesTest {

    private final Scene scene = Scene.shared();
    private final Actor builder = Drafts.builder(scene);
    private final FlowCases cases = scene.bean(FlowCases.class);

    private FlowCase saved(String key) {
        Drafts.save(scene, key, Drafts.coffee(key));
        try (var tryout = scene.bean(Tryouts.class).open(builder, key, ALEX)) {
            tryout.say(key);
            tryout.skip(Duration.ofHours(1));
            tryout.say("tea");
            return cases.save(builder, key, "A flat white", tryout.tap("2-flat-white", "Flat white"));
        }
    }

    @Test
    void a_saved_chat_passes_until_the_flow_says_something_else() {
        saved("case-saved");
        assertThat(cases.runAll(builder, "case-saved"))
                .extracting(CaseResult::passed)
                .containsExactly(true);

        Drafts.save(scene, "case-saved", Drafts.coffee("case-saved").toString().replace("ready soon", "ready at once"));

        var failed = cases.runAll(builder, "case-saved").get(0);
        assertThat(failed.passed()).isFalse();
        assertThat(failed.lines())
                .filteredOn(line -> !line.right())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.expected()).isEqualTo("One flat white, ready soon.");
                    assertThat(line.actual()).isEqualTo("One flat white, ready at once.");
                });
    }

    @Test
    void a_reply_that_does_not_come_fails_it_and_so_does_one_that_nobody_expects() {
        Drafts.save(
                scene,
                "case-count",
                new FlowText("case-count", "case-count").says("a", "A").ends());
        cases.add(builder, "case-count", "none", ALEX, List.of(CaseStep.say("case-count")));
        cases.add(
                builder,
                "case-count",
                "two",
                ALEX,
                List.of(CaseStep.say("case-count"), CaseStep.reply("a", List.of()), CaseStep.reply("b", List.of())));
        cases.add(
                builder,
                "case-count",
                "one",
                ALEX,
                List.of(CaseStep.say("case-count"), CaseStep.reply("*", List.of())));

        assertThat(cases.runAll(builder, "case-count"))
                .extracting(CaseResult::passed)
                .containsExactly(false, false, true);
    }

    @Test
    void a_failing_case_holds_publishing_back_until_somebody_publishes_anyway() {
        Drafts.save(
                scene,
                "case-publish",
                new FlowText("case-publish", "case-publish").says("a", "A").ends());
        cases.add(
                builder,
                "case-publish",
                "Says B",
                ALEX,
                List.of(CaseStep.say("case-publish"), CaseStep.reply("B", List.of())));

        var held = scene.call("POST", "/api/v1/flows/case-publish/publish", "");
        var anyway = scene.call("POST", "/api/v1/flows/case-publish/publish?anyway=true", "");

        assertThat(held.statusCode()).isEqualTo(422);
        assertThat(held.body()).contains("cases-fail", "Says B");
        assertThat(anyway.statusCode()).isEqualTo(200);
    }

    @Test
    void cases_are_renamed_and_deleted() {
        var one = saved("case-rename");

        cases.rename(builder, "case-rename", one.id(), "Another");
        assertThat(cases.list(builder, "case-rename"))
                .extracting(FlowCase::name)
                .containsExactly("Another");
        cases.delete(builder, "case-rename", one.id());

        assertThat(cases.list(builder, "case-rename")).isEmpty();
        assertThatThrownBy(() -> cases.delete(builder, "case-rename", one.id())).isInstanceOf(Problem.class);
    }

    @Test
    void cases_travel_as_a_file() {
        var one = saved("case-from");
        Drafts.save(scene, "case-to", Drafts.coffee("case-to"));

        var file = cases.exportJson(builder, "case-from");
        assertThat(cases.importJson(builder, "case-to", file)).isOne();

        var copy = cases.list(builder, "case-to").get(0);
        assertThat(copy.steps()).isEqualTo(one.steps());
        assertThat(copy.persona()).isEqualTo(one.persona());
    }

    @Test
    void a_file_that_is_no_cases_file_is_refused_and_adds_nothing() {
        Drafts.save(scene, "case-bad", Drafts.coffee("case-bad"));
        var bad = List.of(
                "Dear Sir",
                "{}",
                "[]",
                "{\"format\": 2, \"cases\": []}",
                "{\"format\": 1, \"cases\": [{\"name\": \"x\", \"steps\": [{\"kind\": \"SHOUT\"}]}]}",
                "{\"format\": 1, \"cases\": [{\"name\": \"x\", \"steps\": [{\"kind\": \"SKIP\", \"text\": \"-PT1H\"}]}]}",
                "{\"format\": 1, \"cases\": [null]}");

        assertThat(bad).allSatisfy(file -> assertThatThrownBy(() -> cases.importJson(builder, "case-bad", file))
                .isInstanceOf(Problem.class));
        assertThat(cases.list(builder, "case-bad")).isEmpty();
    }

    @Test
    void a_viewer_sees_cases_and_changes_none() {
        var one = saved("case-viewer");
        var viewer = new Actor("viewer", builder.organisation(), Role.VIEWER);

        assertThat(cases.list(viewer, "case-viewer")).hasSize(1);
        assertThatThrownBy(() -> cases.delete(viewer, "case-viewer", one.id())).hasMessageContaining("viewer");
        assertThatThrownBy(() -> cases.runAll(viewer, "case-viewer")).hasMessageContaining("viewer");
    }

    @Test
    void programs_simulate_a_chat_and_run_the_cases() throws Exception {
        saved("case-rest");

        var chat = scene.call("POST", "/api/v1/flows/case-rest/simulate", "{\"said\": [\"case-rest\", \"1\"]}");
        var run = scene.call("POST", "/api/v1/flows/case-rest/cases/run", "");

        var turns = new ObjectMapper().readTree(chat.body()).get("turns");
        assertThat(turns.get(1).get("replies").get(0).get("text").asText()).isEqualTo("One espresso, ready soon.");
        assertThat(new ObjectMapper().readTree(run.body()).get("passed").asBoolean())
                .isTrue();
    }

    @Test
    void what_the_flow_says_now_is_accepted_and_what_was_right_stays_as_it_is_written() {
        Drafts.save(scene, "case-accept", Drafts.coffee("case-accept"));
        var one = cases.add(
                builder,
                "case-accept",
                "One",
                ALEX,
                List.of(
                        CaseStep.say("case-accept"),
                        CaseStep.reply("*alex*", List.of()),
                        CaseStep.reply("Which tea?", List.of()),
                        CaseStep.say("1")));

        var before = cases.accept(builder, "case-accept", one.id());

        assertThat(before.passed()).isFalse();
        assertThat(cases.run(builder, "case-accept", one.id()).passed()).isTrue();
        assertThat(cases.list(builder, "case-accept").get(0).steps())
                .extracting(CaseStep::text)
                .containsExactly("case-accept", "*alex*", "Which drink?", "1", "One espresso, ready soon.");
        assertThatThrownBy(() ->
                        cases.accept(new Actor("viewer", builder.organisation(), Role.VIEWER), "case-accept", one.id()))
                .hasMessageContaining("viewer");
    }
}
