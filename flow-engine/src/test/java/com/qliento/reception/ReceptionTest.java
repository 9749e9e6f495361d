package com.qliento.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.conversation.RouteReceiver;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.Heard.Route;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.transcript.ConversationListing;
import com.qliento.transcript.PathStep;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asks for a feature that is not there is answered, and the answer promises nothing. */
class ReceptionTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Delete my data | route.privacy | can't take requests about your personal data",
                "Mis datos | route.privacy | sus datos personales",
                "Meus dados | route.privacy | os seus dados pessoais",
                "A person | route.person | can't put you through to a person",
                "Hablar con alguien | route.person | no puede pasarle con una persona",
                "Atendente | route.person | passar você para uma pessoa"
            })
    void a_word_for_what_is_not_there_is_answered_in_its_language_and_noted_with_its_rule(
            String word, String rule, String answer) {
        scene.says(customer, word);

        assertThat(scene.hears(customer, 1)).singleElement().asString().contains(answer);
        await().atMost(Duration.ofSeconds(15)).until(() -> !happened().isEmpty());
        assertThat(happened()).containsExactly("received " + rule);
    }

    @Test
    void each_time_it_is_asked_for_it_is_answered() {
        scene.says(customer, "human");
        scene.hears(customer, 1);
        scene.says(customer, "Human!");

        assertThat(scene.hears(customer, 2)).allMatch(text -> text.contains("a person"));
    }

    @Test
    void an_answer_to_a_flow_is_its_own_whatever_it_means_elsewhere() {
        new FlowText("who", "who is there")
                .asks("q", "question", "Human or robot?", "name", "kind")
                .says("got", "A {{ kind }}")
                .ends()
                .publish(scene);
        scene.says(customer, "who is there");
        scene.hears(customer, 1);

        scene.says(customer, "human");

        assertThat(scene.hears(customer, 2)).last().isEqualTo("A human");
    }

    @Test
    void a_flow_that_starts_with_such_a_word_takes_it() {
        new FlowText("desk", "operator")
                .says("soon", "Somebody will call you")
                .ends()
                .publish(scene);

        scene.says(customer, "operator");

        assertThat(scene.hears(customer, 1)).containsExactly("Somebody will call you");
    }

    @Test
    void every_route_that_leads_to_no_flow_has_one_receiver() {
        assertThat(scene.beans(RouteReceiver.class))
                .extracting(RouteReceiver::route)
                .containsExactlyInAnyOrder(Route.OPT_OUT, Route.OPT_IN, Route.PRIVACY_REQUEST, Route.PERSON);
    }

    private List<String> happened() {
        var id = UUID.fromString(
                new Rest(scene).conversationOf(customer).path("id").asText());
        return scene
                .bean(OrganisationScope.class)
                .in(DEMO, () -> scene.bean(ConversationListing.class).trace(id, 50))
                .stream()
                .flatMap(step -> PathStep.of(step).visits().stream())
                .filter(visit -> visit.element() == null)
                .map(visit -> String.valueOf(visit.happened()))
                .toList();
    }
}
