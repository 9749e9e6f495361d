package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tables can ask about. */
class KnownValuesTest {

    private final OtherOrganisation shop = OtherOrganisation.in(Scene.shared());
    private final Actor reader = new Actor("reader", shop.id(), Role.VIEWER);

    @BeforeEach
    void flows() {
        shop.call("POST", "/api/v1/decisions?key=discount", Models.discount(10), "application/xml");
        draft(new FlowText("first", "first")
                .asks("q", "question", "Colour?", "name", "colour")
                .ends());
        draft(new FlowText("priced", "priced")
                .choice("k", "question", "Who are you?", "options", "New\nVIP", "name", "kind")
                .asks("t", "question", "Total?", "name", "total")
                .decides("d", "decision", "discount", "name", "offer")
                .ends());
    }

    @Test
    void answers_of_flows_that_decide_by_the_table_come_first_with_their_choices() {
        List<KnownValue> values = values();

        assertThat(values.subList(0, 3))
                .containsExactlyInAnyOrder(
                        new KnownValue("kind", "priced", true, List.of("New", "VIP")),
                        new KnownValue("total", "priced", true, List.of()),
                        values.get(2));
        assertThat(values.get(2)).isEqualTo(new KnownValue("colour", "first", true, List.of()));
    }

    @Test
    void what_is_known_of_every_contact_comes_last_and_what_the_table_decides_not_at_all() {
        assertThat(values())
                .extracting(KnownValue::expression)
                .endsWith("contact.name", "contact.phone", "contact.language")
                .doesNotContain("offer");
    }

    @Test
    void options_that_differ_for_each_customer_are_no_values() {
        draft(new FlowText("priced", "priced")
                .choice("k", "question", "Who?", "options", "New\n{{ contact.name }}", "name", "kind")
                .ends());

        assertThat(values()).contains(new KnownValue("kind", "priced", true, List.of()));
    }

    private List<KnownValue> values() {
        return shop.scene().bean(KnownValues.class).all(reader, "discount");
    }

    private void draft(FlowText flow) {
        assertThat(shop.call("POST", "/api/v1/flows?key=" + flow.key(), flow.toString(), "application/xml")
                        .statusCode())
                .isEqualTo(201);
    }
}
