package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.inbox.Source;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that nobody can read, and a person who was erased, stop nothing and nobody beside them. */
class UnreadableRowsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final Channel channel =
            scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
    private final String phone = Scene.newCustomer();

    @BeforeEach
    void a_flow_answers() {
        new FlowText("unreadable", "unreadable").says("yes", "here I am").ends().publish(scene);
    }

    @Test
    void lists_show_a_row_that_was_changed_as_unreadable_with_its_reason() {
        scene.says(phone, "unreadable");
        scene.hears(phone, 1);
        var contact = contact(phone);
        var sealed = "content = content || '\\x00'::bytea";
        change("UPDATE inbox_message SET " + sealed + " WHERE contact_id = ?", contact);
        change("UPDATE outbox_message SET " + sealed + " WHERE contact_id = ?", contact);
        change("UPDATE contact SET address = address || '\\x00'::bytea, name = '\\x00' WHERE id = ?", contact);

        var messages = scene.call("GET", "/api/v1/messages?contact=" + contact, "");
        assertThat(messages.statusCode()).isEqualTo(200);
        assertThat(messages.body()).contains("\"erased\":true").contains("\"reason\":\"unreadable: changed\"");
        assertThat(scene.call("GET", "/api/v1/conversations", "").statusCode()).isEqualTo(200);
        assertThat(scene.call("GET", "/api/v1/contacts/" + contact, "").body()).contains("\"unreadable\":\"changed\"");
        assertThat(scene.call("GET", "/api/v1/contacts", "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_waiting_message_that_cannot_be_read_is_left_to_be_parked_and_those_behind_it_are_read() {
        scene.says(phone, "unreadable");
        scene.hears(phone, 1);
        var contact = contact(phone);
        var lane = new Lane(DEMO, channel.id().value(), contact.value());
        var raw = scope.in(DEMO, () -> scene.jdbc()
                .sql("SELECT id, kind, content, recorded_at FROM inbox_message WHERE contact_id = ?")
                .param(contact.value())
                .query((row, n) -> new Pending(
                        row.getObject("id", UUID.class),
                        Source.MESSAGE,
                        row.getString("kind"),
                        row.getBytes("content"),
                        scene.clock().instant(),
                        false,
                        0,
                        null))
                .single());
        var bad = new Pending(
                TimeOrderedId.at(scene.clock().instant()),
                Source.MESSAGE,
                "text",
                raw.content(),
                scene.clock().instant(),
                false,
                0,
                null);
        var reader = scene.bean(IncomingReader.class);

        var both = reader.read(lane, List.of(bad, raw));

        assertThat(Objects.requireNonNull(both).ids()).containsExactly(raw.id());
        assertThatThrownBy(() -> reader.read(lane, List.of(bad)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("unreadable: changed");
    }

    @Test
    void a_lane_goes_on_behind_a_message_that_cannot_be_read() {
        scene.says(phone, "unreadable");
        scene.hears(phone, 1);
        var contact = contact(phone);
        var stuck = waiting("inbox_queue", contact);

        scene.says(phone, "unreadable");

        scene.hears(phone, 2);
        assertThat(scope.in(DEMO, () -> scene.jdbc()
                        .sql("SELECT state || ' ' || reason FROM inbox_queue WHERE id = ?")
                        .param(stuck)
                        .query(String.class)
                        .single()))
                .isEqualTo("parked unreadable: changed");
    }

    @Test
    void a_message_to_send_that_cannot_be_read_stops_none_behind_it() {
        scene.says(phone, "unreadable");
        scene.hears(phone, 1);
        var contact = contact(phone);
        var stuck = waiting("outbox_queue", contact);

        scene.says(phone, "unreadable");

        scene.hears(phone, 2);
        assertThat(scope.in(DEMO, () -> scene.jdbc()
                        .sql("SELECT count(*) FROM outbox_queue WHERE id = ?")
                        .param(stuck)
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void a_number_whose_secrets_cannot_be_read_leaves_the_others_in_the_list() {
        var id = UUID.randomUUID();
        scope.run(DEMO, () -> scene.jdbc()
                .sql(
                        "INSERT INTO channel (id, organisation_id, phone_number_id, display_number, app_secret,"
                                + " access_token, verify_token_hash, created_at) VALUES (?, ?, ?, '1', '\\x00', '\\x00', '\\x00', now())")
                .params(id, DEMO.value(), Scene.newCustomer())
                .update());
        try {
            assertThat(scene.call("GET", "/api/v1/channels", "").statusCode()).isEqualTo(200);
            scene.says(phone, "unreadable");
            scene.hears(phone, 1);
        } finally {
            change("DELETE FROM channel WHERE id = ?", new ContactId(id));
        }
    }

    @Test
    void an_erased_person_who_writes_again_is_somebody_new_and_stops_nobody_in_the_same_body() {
        var neighbour = Scene.newCustomer();
        scene.says(phone, "unreadable");
        scene.hears(phone, 1);
        var before = contact(phone);
        scene.bean(Vault.class).destroySubject(DEMO, before.subject());

        var status = scene.post(Webhooks.body(List.of(
                Webhooks.message(scene.clock().instant(), phone, "wamid." + UUID.randomUUID(), "unreadable"),
                Webhooks.message(scene.clock().instant(), neighbour, "wamid." + UUID.randomUUID(), "unreadable"))));

        assertThat(status).isEqualTo(200);
        scene.hears(phone, 2);
        scene.hears(neighbour, 1);
        assertThat(contact(phone)).isNotEqualTo(before);
    }

    private ContactId contact(String number) {
        return scope.in(
                DEMO,
                () -> scene.bean(Contacts.class).withPhone(channel, number).orElseThrow());
    }

    private void change(String sql, ContactId contact) {
        scope.run(DEMO, () -> assertThat(
                        scene.jdbc().sql(sql).param(contact.value()).update())
                .isPositive());
    }

    /** Puts something into a queue, first of the contact's, which nobody can read. */
    private UUID waiting(String queue, ContactId contact) {
        var id = TimeOrderedId.at(scene.clock().instant());
        var inbox = queue.startsWith("inbox");
        scope.run(DEMO, () -> scene.jdbc()
                .sql("INSERT INTO " + queue + " (id, organisation_id, channel_id, contact_id, content, recorded_at, "
                        + (inbox ? "kind, day" : "free_until") + ") VALUES (?, ?, ?, ?, ?, ?, "
                        + (inbox ? "'text', current_date" : "now() + interval '1 day'") + ")")
                .params(
                        id,
                        DEMO.value(),
                        channel.id().value(),
                        contact.value(),
                        "not sealed, and longer than a header is".getBytes(StandardCharsets.UTF_8),
                        scene.clock().instant().atOffset(ZoneOffset.UTC))
                .update());
        return id;
    }
}
