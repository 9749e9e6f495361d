package com.qliento.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.connector.whatsapp.OutboundContent;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.tryout.CallAnswer;
import com.qliento.tryout.CaseResult;
import com.qliento.tryout.CaseStep;
import com.qliento.tryout.FlowCases;
import com.qliento.tryout.Line;
import com.qliento.tryout.Persona;
import com.qliento.tryout.TryState;
import com.qliento.tryout.TryState.Status;
import com.qliento.tryout.Tryouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flow that asks another system, tried: nobody is asked, whoever tries it says what is answered. */
class CallingTryTest {

    private static final Persona ALEX = Persona.samples().get(0);

    private final Scene scene = TrialScene.get();
    private final Tryouts tryouts = scene.bean(Tryouts.class);
    private final FlowCases cases = scene.bean(FlowCases.class);
    private final Actor builder =
            new Actor("tester", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.BUILDER);

    @Test
    void what_would_leave_is_shown_and_the_answer_one_gives_goes_on() {
        draft("try-shop");
        try (var tryout = tryouts.open(builder, "try-shop", ALEX)) {
            var asked = tryout.say("try-shop");

            assertThat(asked.status()).isEqualTo(Status.CALLING);
            assertThat(asked.standsAt()).containsExactly("price");
            assertThat(last(asked, Line.Asked.class)).satisfies(call -> {
                assertThat(call.target()).isEqualTo("shop.example");
                assertThat(call.call().request().path("article").asText()).isEqualTo("try-shop");
                assertThat(call.call().answer().path("price").asInt()).isEqualTo(3);
            });

            var answered = tryout.answer(CallAnswer.json("{\"price\": 12}"));
            assertThat(said(answered)).containsExactly("It costs 12");
            assertThat(answered.status()).isEqualTo(Status.ENDED);
            assertThat(answered.answers()).containsEntry("price", "12");
        }
        assertThat(scene.bean(Shop.class).askedFor("try-shop")).isEmpty();
    }

    @Test
    void it_fails_by_each_of_its_exits_and_a_time_that_passes_is_one_of_them() {
        draft("try-fails");
        for (var exit : CallAnswer.EXITS) {
            try (var tryout = tryouts.open(builder, "try-fails", ALEX)) {
                tryout.say("try-fails");
                assertThat(said(tryout.answer(CallAnswer.fails(exit)))).containsExactly("No price today");
            }
        }
        try (var tryout = tryouts.open(builder, "try-fails", ALEX)) {
            var next = tryout.say("try-fails").next();
            assertThat(next).isEqualTo(new TryState.NextTimer("price", ShopBlock.PATIENCE));
            assertThat(said(tryout.skip(Duration.ofHours(1)))).containsExactly("No price today");
        }
    }

    @Test
    void what_the_customer_writes_meanwhile_is_kept_and_an_answer_to_nothing_is_refused() {
        draft("try-kept");
        try (var tryout = tryouts.open(builder, "try-kept", ALEX)) {
            assertThatThrownBy(() -> tryout.answer(CallAnswer.json("1"))).isInstanceOf(Problem.class);
            tryout.say("try-kept");
            tryout.say("hello?");
            assertThat(tryout.state().status()).isEqualTo(Status.CALLING);

            assertThat(said(tryout.answer(CallAnswer.json("{\"price\": 1}")))).containsExactly("It costs 1");
        }
        assertThatThrownBy(() -> CallAnswer.json("no JSON at all")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> CallAnswer.fails("sulks")).isInstanceOf(Problem.class);
    }

    @Test
    void a_chat_with_a_call_is_a_test_case_that_asks_nobody() {
        draft("case-shop");
        List<CaseStep> saved;
        try (var tryout = tryouts.open(builder, "case-shop", ALEX)) {
            tryout.say("case-shop");
            var chat = tryout.answer(CallAnswer.json("{\"price\": 5}"));
            saved = cases.save(builder, "case-shop", "Five", chat).steps();
        }

        assertThat(saved).extracting(CaseStep::kind).containsSubsequence(CaseStep.Kind.SAY, CaseStep.Kind.ANSWER);
        assertThat(cases.runAll(builder, "case-shop"))
                .extracting(CaseResult::passed)
                .containsExactly(true);
        assertThat(scene.bean(Shop.class).askedFor("case-shop")).isEmpty();
    }

    @Test
    void a_case_that_has_no_answer_to_a_call_fails_and_names_whom_it_asks_and_so_does_one_that_answers_nobody() {
        draft("case-none");
        var none = cases.add(builder, "case-none", "None", ALEX, List.of(CaseStep.say("case-none")));
        var early = cases.add(
                builder,
                "case-none",
                "Early",
                ALEX,
                List.of(
                        CaseStep.answer(CallAnswer.json("1")),
                        CaseStep.say("case-none"),
                        CaseStep.answer(CallAnswer.fails("failed")),
                        CaseStep.reply("No price today", List.of())));

        assertThat(cases.run(builder, "case-none", none.id()).lines())
                .filteredOn(line -> !line.right())
                .singleElement()
                .isEqualTo(new CaseResult.Compared(CaseStep.Kind.ANSWER, null, "shop.example", false));
        assertThat(cases.run(builder, "case-none", early.id()).lines())
                .filteredOn(line -> !line.right())
                .singleElement()
                .isEqualTo(new CaseResult.Compared(CaseStep.Kind.ANSWER, "1", null, false));
    }

    private void draft(String key) {
        var flow = new FlowText(key, key)
                .block("serviceTask", "price", "trial-shop", "article", key, "name", "price")
                .says("said", "It costs {{ price }}")
                .ends()
                .exitOf("price", "qliento.failed", "No price today");
        scene.bean(FlowDrafts.class).overwrite(builder, key, flow.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> said(TryState state) {
        return state.chat().stream()
                .filter(Line.Said.class::isInstance)
                .map(line -> ((Line.Said) line).content())
                .map(content -> content instanceof OutboundContent.Text text ? text.body() : "")
                .toList();
    }

    private static <T extends Line> T last(TryState state, Class<T> kind) {
        return state.chat().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
