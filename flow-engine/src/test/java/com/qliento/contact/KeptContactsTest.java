package com.qliento.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.vault.Place;
import com.qliento.vault.SealedBefore;
import com.qliento.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Names and addresses go with their person, not with the hour they came in. */
class KeptContactsTest {

    private final Scene scene = Scene.shared();
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final Vault vault = scene.bean(Vault.class);
    private final KeptContacts kept = scene.bean(KeptContacts.class);
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final Instant then = scene.clock().instant().minus(Duration.ofHours(3));

    @Test
    void who_is_new_is_kept_without_their_hour() {
        var phone = Scene.newCustomer();
        scene.says(phone, "hello");
        var rest = new Rest(scene);
        Awaitility.await().until(() -> !rest.contact(phone).isEmpty());

        var contact = UUID.fromString(rest.contact(phone));

        var demo = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        assertThat(scope.in(demo.organisation(), () -> scene.jdbc()
                        .sql("SELECT get_byte(address, 0) || ' ' || get_byte(name, 0) FROM contact WHERE id = ?")
                        .param(contact)
                        .query(String.class)
                        .single()))
                .isEqualTo("3 3");
    }

    @Test
    void who_was_known_before_outlives_the_hour_they_came_in() {
        var contacts =
                IntStream.range(0, 3).mapToObj(n -> before("3461100000" + n)).toList();

        assertThat(kept.areSealedAnew(shop.id())).isFalse();
        kept.sweep();
        assertThat(kept.areSealedAnew(shop.id())).isTrue();
        vault.destroyHoursBefore(shop.id(), then.plus(Duration.ofHours(2)));

        assertThat(shop.call("GET", "/api/v1/contacts", "").body())
                .contains("\"phone\":\"34611000000\"", "\"phone\":\"34611000001\"", "\"phone\":\"34611000002\"")
                .contains("\"name\":\"Ana 34611000002\"")
                .doesNotContain("unreadable");
        assertThat(hourly(contacts)).isZero();
    }

    @Test
    void both_forms_are_read_until_all_are_sealed_anew() {
        var contact = before("34611000009");

        assertThat(shop.call("GET", "/api/v1/contacts/" + contact.value(), "").body())
                .contains("\"phone\":\"34611000009\"", "\"name\":\"Ana 34611000009\"");
    }

    @Test
    void who_cannot_be_opened_is_left_and_holds_up_nobody() {
        var erased = before("34611000010");
        var changed = before("34611000011");
        var lost = before("34611000012");
        var well = before("34611000013");
        vault.destroySubject(shop.id(), erased.subject());
        update("address = '\\x00'", changed);
        update("name = '\\x01" + "77".repeat(60) + "'", lost);

        kept.sealAnew(shop.id());
        kept.sealAnew(shop.id());
        vault.destroyHoursBefore(shop.id(), then.plus(Duration.ofHours(2)));

        assertThat(shop.call("GET", "/api/v1/contacts/" + well.value(), "").body())
                .contains("34611000013", "Ana");
        // What could be opened of the others is kept.
        assertThat(shop.call("GET", "/api/v1/contacts/" + changed.value(), "").body())
                .contains("\"name\":\"Ana 34611000011\"");
        assertThat(shop.call("GET", "/api/v1/contacts/" + lost.value(), "").body())
                .contains("\"phone\":\"34611000012\"");
        assertThat(left()).containsExactlyInAnyOrder(erased.value(), changed.value(), lost.value());
        assertThat(kept.areSealedAnew(shop.id())).isTrue();
    }

    @Test
    void two_nodes_at_once_seal_each_once_and_lose_none() {
        var contacts = IntStream.range(0, 600)
                .mapToObj(n -> before(Long.toString(34_622_000_000L + n)))
                .toList();

        var other = CompletableFuture.runAsync(() -> kept.sealAnew(shop.id()));
        kept.sealAnew(shop.id());
        other.join();
        kept.sealAnew(shop.id());
        vault.destroyHoursBefore(shop.id(), then.plus(Duration.ofHours(2)));

        assertThat(hourly(contacts)).isZero();
        assertThat(left()).isEmpty();
        var people = scope.in(shop.id(), () -> scene.bean(Contacts.class).people(shop.id(), contacts));
        assertThat(people.values()).hasSize(600).allSatisfy(person -> assertThat(person.name())
                .isEqualTo("Ana " + person.phone()));
    }

    private ContactId before(String phone) {
        var contact = new ContactId(UUID.randomUUID());
        scope.run(shop.id(), () -> scene.jdbc()
                .sql("INSERT INTO contact (id, organisation_id, channel_id, address_kind, address, name, created_at)"
                        + " VALUES (?, ?, ?, 'phone', ?, ?, now())")
                .params(
                        contact.value(),
                        shop.id().value(),
                        UUID.randomUUID(),
                        sealed(contact, "address", phone),
                        sealed(contact, "name", "Ana " + phone))
                .update());
        return contact;
    }

    private byte[] sealed(ContactId contact, String column, String plain) {
        var place = new Place("contact", column, contact.value());
        return new SealedBefore(shop.id(), contact.subject(), place, then).bytes(scene, plain);
    }

    private void update(String set, ContactId contact) {
        scope.run(shop.id(), () -> assertThat(scene.jdbc()
                        .sql("UPDATE contact SET " + set + " WHERE id = ?")
                        .param(contact.value())
                        .update())
                .isOne());
    }

    private long hourly(List<ContactId> contacts) {
        return scope.in(shop.id(), () -> scene.jdbc()
                .sql("SELECT count(*) FROM contact WHERE id = ANY (?)"
                        + " AND (get_byte(address, 0) <> 3 OR get_byte(name, 0) <> 3)")
                .param(contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single());
    }

    private List<UUID> left() {
        return scope.in(shop.id(), () -> scene.jdbc()
                .sql("SELECT id FROM contact WHERE organisation_id = ? AND left_hourly")
                .param(shop.id().value())
                .query(UUID.class)
                .list());
    }
}
