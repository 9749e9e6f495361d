package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channels;
import com.qliento.contact.Contacts;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.vault.Vault;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasedMeanwhileTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    @Test
    void an_answer_for_somebody_who_was_erased_meanwhile_does_not_stop_those_that_came_with_it() {
        var scene = Scene.shared();
        var scope = scene.bean(OrganisationScope.class);
        var phone = Scene.newCustomer();
        new FlowText("erased", "erased").says("yes", "here I am").ends().publish(scene);
        scene.says(phone, "erased");
        scene.hears(phone, 1);
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var contact = scope.in(
                DEMO, () -> scene.bean(Contacts.class).withPhone(channel, phone).orElseThrow());
        var lane = new Lane(DEMO, channel.id().value(), contact.value());
        var message = scope.in(DEMO, () -> scene.jdbc()
                .sql("SELECT id FROM outbox_message WHERE contact_id = ?")
                .param(contact.value())
                .query(UUID.class)
                .single());
        var now = scene.clock().instant();
        scene.bean(Vault.class).destroySubject(DEMO, contact.subject());

        scope.run(DEMO, () -> scene.bean(OutboxStore.class)
                .settle(
                        DEMO,
                        List.of(Settlement.accepted(
                                new Ready(message, lane, new byte[0], now, true, 0, false, null, null),
                                "wamid.erased")),
                        now));

        assertThat(scene.call("GET", "/api/v1/messages/" + message, "").statusCode())
                .isEqualTo(200);
    }
}
