package com.qliento.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flows that begin flows, on the whole application. */
class BegunPaceTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String flow = "round" + customer;

    @Test
    void a_flow_that_begins_itself_comes_to_an_end_and_may_again_after_a_while() {
        new FlowText(flow, flow).sets("one", "one", "1").ends().publish(scene);
        new FlowText(flow, flow)
                .sets("one", "one", "1")
                .block("serviceTask", "begin", "begin-flow", "flow", flow, "phone", "+{{ contact.phone }}")
                .ends()
                .exitOf("begin", "qliento.failed", "Enough")
                .publish(scene);

        scene.says(customer, flow);
        await().atMost(LONG).until(() -> !scene.sink().to(customer).isEmpty());
        assertThat(begun()).isBetween(BegunPace.AT_ONCE, BegunPace.AT_ONCE + 1);

        scene.passes(Duration.ofMinutes(3));
        scene.says(customer, flow);
        await().atMost(LONG).until(() -> scene.sink().to(customer).size() == 2);
        assertThat(begun()).isBetween(BegunPace.AT_ONCE + 3, BegunPace.AT_ONCE + 5);
    }

    /** How often a flow of the customer's conversation began another one. */
    private int begun() {
        var id = rest.conversationOf(customer).path("id").asText();
        return scene.bean(OrganisationScope.class)
                .in(OrganisationId.of("00000000-0000-7000-8000-00000000de30"), () -> scene.jdbc()
                        .sql("""
                                SELECT count(*) FROM conversation_trace
                                WHERE conversation_id = ?::uuid AND path @> ARRAY['begin', 'end']
                                """)
                        .param(id)
                        .query(Integer.class)
                        .single());
    }
}
