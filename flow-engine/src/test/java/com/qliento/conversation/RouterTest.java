package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.AccountId;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.conversation.position.FlowPosition;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.policy.PlatformRules;
import com.qliento.rules.policy.Heard;
import com.qliento.rules.policy.Policies;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.transcript.ConversationListing;
import com.qliento.transcript.PathStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets a message is a rule's word, and the trace keeps which. */
class RouterTest {

    private static final List<Boolean> EITHER = List.of(true, false);

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void the_trace_names_the_rule_that_ended_a_flow() {
        asker("ruled");
        scene.says(customer, "ruled");
        scene.hears(customer, 1);

        scene.says(customer, "stop");
        scene.hears(customer, 2);

        assertThat(happened()).contains("interrupted route.end-flow");
    }

    @Test
    void a_stop_word_that_starts_a_flow_is_told_apart() {
        asker("ruled-too");
        new FlowText("parting", "fermare").says("bye", "Bye then").ends().publish(scene);
        scene.says(customer, "ruled-too");
        scene.hears(customer, 1);

        scene.says(customer, "fermare");

        assertThat(scene.hears(customer, 2)).last().isEqualTo("Bye then");
        assertThat(happened()).contains("interrupted route.end-flow.keyword").doesNotContain("fallback");
    }

    @Test
    void the_trace_names_the_rule_of_the_general_reply_and_none_where_no_rule_spoke() {
        scene.says(customer, "nothing is for this");
        scene.hears(customer, 1);
        scene.says(customer, "nor for this");

        await().atMost(Duration.ofSeconds(15)).until(() -> happened().size() == 2);
        assertThat(happened()).containsExactlyInAnyOrder("fallback route.fallback", "no-flow");
    }

    @Test
    void an_entry_that_was_noted_before_rules_were_is_read_as_it_was() {
        assertThat(Visit.of("interrupted")).isEqualTo(new Visit(null, "interrupted"));
        assertThat(Visit.of("no-flow")).isEqualTo(new Visit(null, "no-flow"));
        assertThat(Visit.of("interrupted_by_hand")).isEqualTo(new Visit("interrupted_by_hand", null));
    }

    /** Everything the router can tell the policy, whatever flows and settings there are. */
    @Test
    void nothing_the_router_can_say_goes_where_nobody_receives_it_and_the_rules_in_force_are_those_it_can_reach() {
        var policies = scene.bean(Policies.class);
        var reached = new TreeSet<String>();
        var received = scene.beans(RouteReceiver.class).stream()
                .map(RouteReceiver::route)
                .collect(Collectors.toSet());
        Stream.concat(everything(), noFlowTakes()).map(policies::route).forEach(routing -> {
            assertThat(List.of(Heard.Route.OPT_OUT, Heard.Route.OPT_IN, Heard.Route.PRIVACY_REQUEST, Heard.Route.PERSON)
                            .contains(routing.route()))
                    .isEqualTo(received.contains(routing.route()));
            if (routing.rule() != null) {
                reached.add(routing.rule().id());
            }
        });

        var reader = Actor.person(new AccountId(UUID.randomUUID()), new OrganisationId(UUID.randomUUID()), Role.VIEWER);
        assertThat(scene.bean(PlatformRules.class).all(reader, Locale.ENGLISH).stream()
                        .filter(rule -> rule.policy().equals("route") && rule.inForce())
                        .map(PlatformRules.Rule::id))
                .containsExactlyInAnyOrderElementsOf(reached);
    }

    /** What is told besides of messages that no flow takes: that they are words for a receiver. */
    private Stream<Heard> noFlowTakes() {
        return scene.beans(RouteReceiver.class).stream().flatMap(receiver -> EITHER.stream()
                .map(fallback -> new Heard(
                        receiver.word(), Heard.Conversation.NONE, false, false, false, fallback, Heard.Offer.NONE)));
    }

    private static Stream<Heard> everything() {
        return Stream.of(FlowPosition.State.values()).map(Router::conversation).flatMap(stands -> Stream.of(
                        Heard.Word.NONE, Heard.Word.END)
                .flatMap(word -> EITHER.stream().flatMap(keyword -> EITHER.stream()
                        .flatMap(any -> EITHER.stream().flatMap(fallback -> EITHER.stream()
                                .flatMap(interrupts -> Stream.of(Heard.Offer.values())
                                        .map(offer -> new Heard(
                                                word, stands, keyword, interrupts, any, fallback, offer))))))));
    }

    private void asker(String keyword) {
        new FlowText(keyword, keyword).asks("q", "question", "Well?").ends().publish(scene);
    }

    private List<String> happened() {
        JsonNode conversation = new Rest(scene).conversationOf(customer);
        var id = UUID.fromString(conversation.path("id").asText());
        var demo = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
        return scene
                .bean(OrganisationScope.class)
                .in(demo, () -> scene.bean(ConversationListing.class).trace(id, 50))
                .stream()
                .flatMap(step -> PathStep.of(step).visits().stream())
                .filter(visit -> visit.element() == null)
                .map(visit -> String.valueOf(visit.happened()))
                .toList();
    }
}
