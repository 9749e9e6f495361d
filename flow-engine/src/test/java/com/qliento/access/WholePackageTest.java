package com.qliento.access;

import static com.qliento.access.PackageFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.SubjectId;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whose package it is: all of one person, under every id, and of nobody else. */
class WholePackageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();
    private final AccessPackages packages = scene.bean(AccessPackages.class);
    private final PackageFixture people = new PackageFixture(scene);

    @Test
    void of_two_contacts_who_turned_out_to_be_one_there_is_one_package_by_either_id() throws Exception {
        var phone = people.talked("told by number");
        var byNumber = people.contact(phone);
        var userId = "ES." + Scene.newCustomer() + "abc";
        scene.post(Webhooks.body(List.of(byUserId(userId, "told by id"))));
        var byId = await().until(() -> lastContactBut(byNumber), Objects::nonNull);

        scene.post(Webhooks.body(
                List.of(Webhooks.message(scene.clock().instant(), phone, "wamid." + UUID.randomUUID(), "told as one")
                        .put("from_user_id", userId))));

        for (var asked : List.of(byNumber, byId)) {
            var data = JSON.readTree(people.taken(people.made(asked)).get("data.json"));
            assertThat(texts(data)).contains("told by number", "told by id", "told as one");
            assertThat(data.at("/data/contact")).hasSize(2);
        }
        assertThat(packages.get(people.officer(), people.made(byId)).contact())
                .isEqualTo(packages.get(people.officer(), people.made(byNumber)).contact());
    }

    @Test
    void more_than_fits_is_refused_before_it_fills_the_memory() {
        var three = new Gathering(List.of(new Three()), new AccessSettings(3));
        var two = new Gathering(List.of(new Three()), new AccessSettings(2));
        var family = new Family(DEMO, List.of(new SubjectId(UUID.randomUUID())));

        assertThat(three.of(family)).hasSize(3);
        assertThatThrownBy(() -> two.of(family))
                .isInstanceOf(TooMuchToPack.class)
                .hasMessage("more than 2 things are kept of one person");
    }

    /** Somebody of whom three things are kept. */
    private static final class Three implements PersonalDataStore {

        @Override
        public List<PersonalPlace> places() {
            return List.of();
        }

        @Override
        public void export(Family family, Consumer<PersonalRecord> into) {
            for (int i = 0; i < 3; i++) {
                into.accept(new PersonalRecord("message", "m" + i, Instant.EPOCH, Map.of(), null));
            }
        }

        @Override
        public Map<String, Long> count(Family family) {
            return Map.of();
        }

        @Override
        public void erase(Family family) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void of_another_organisations_people_nobody_hears_whether_they_are_there() {
        var theirs = people.contact(people.talked("ours alone"));
        var other = OtherOrganisation.in(scene).id();
        var officer = new Actor("their officer", other, Role.COMPLIANCE);
        var nobody = new ContactId(UUID.randomUUID());

        assertThatThrownBy(() -> packages.ask(officer, theirs, Locale.ENGLISH))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.getMessage())
                        .isEqualTo(said(officer, nobody).replace(nobody.toString(), theirs.toString())));
        var made = people.made(theirs);
        assertThatThrownBy(() -> packages.get(officer, made)).hasMessageContaining("There is no package");
        assertThatThrownBy(() -> packages.take(officer, made, piece -> {})).hasMessageContaining("There is no package");
        assertThatThrownBy(() -> packages.end(officer, made)).hasMessageContaining("There is no package");
    }

    private String said(Actor officer, ContactId nobody) {
        try {
            packages.ask(officer, nobody, Locale.ENGLISH);
            return "";
        } catch (Problem refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void a_program_that_asks_for_nobody_or_twice_or_in_no_language_is_told_so() {
        var contact = people.contact(people.talked("asked twice"));
        var making = people.making(contact.value());
        var path = "/api/v1/privacy/people/" + contact + "/package";

        var twice = scene.call("POST", path, "");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("package-being-made", making.toString());
        assertThat(scene.call("POST", path + "?language=xx", "").statusCode()).isEqualTo(422);
        assertThat(scene.call("POST", "/api/v1/privacy/people/" + UUID.randomUUID() + "/package", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(scene.call("POST", "/api/v1/privacy/people/nobody/package", "")
                        .statusCode())
                .isBetween(404, 422);
    }

    private ObjectNode byUserId(String userId, String text) {
        var message = Webhooks.message(scene.clock().instant(), "0", "wamid." + UUID.randomUUID(), text);
        message.remove("from");
        return message.put("from_user_id", userId);
    }

    /** Whoever came last. */
    private ContactId lastContactBut(ContactId other) {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT id FROM contact WHERE organisation_id = ? ORDER BY id DESC LIMIT 1")
                .param(DEMO.value())
                .query((row, n) -> new ContactId(row.getObject("id", UUID.class)))
                .optional()
                .filter(last -> !last.equals(other))
                .orElse(null));
    }

    private static List<String> texts(JsonNode data) {
        return StreamSupport.stream(data.at("/data/message").spliterator(), false)
                .map(one -> one.at("/values/text").asText())
                .toList();
    }
}
