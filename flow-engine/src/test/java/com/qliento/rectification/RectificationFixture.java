package com.qliento.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.consent.Consents;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.contact.Person;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People who said something that may be wrong. */
final class RectificationFixture {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final ObjectMapper JSON = new ObjectMapper();

    final Scene scene;
    final Rectifications rectifications;
    final Actor officer = new Actor("an officer", DEMO, Role.COMPLIANCE);

    RectificationFixture(Scene scene) {
        this.scene = scene;
        this.rectifications = scene.bean(Rectifications.class);
    }

    /** Somebody who told the flow this, of which it made a value, and whom it asks more before it says both. */
    String talked(String said, String value) {
        var customer = Scene.newCustomer();
        new FlowText("tell" + customer, "tell" + customer)
                .asks("ask", "name", "story", "question", "Tell me", "category", "other", "purpose", "service")
                .sets("set", "worth", value)
                .asks("more", "name", "more", "question", "More?", "category", "other", "purpose", "service")
                .says("all", "{{ story }}, {{ string(worth) }}")
                .ends()
                .publish(scene);
        scene.says(customer, "tell" + customer);
        scene.hears(customer, 1);
        scene.says(customer, said);
        scene.hears(customer, 2);
        return customer;
    }

    ContactId contact(String customer) {
        return new ContactId(UUID.fromString(new Rest(scene).contact(customer)));
    }

    Person person(ContactId contact) {
        return in(() -> scene.bean(Contacts.class).person(DEMO, contact).orElseThrow());
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(scene.bean(OrganisationScope.class).in(DEMO, work));
    }

    Family family(ContactId contact) {
        return in(() -> scene.bean(Contacts.class).family(DEMO, contact).orElseThrow());
    }

    Permit mayI(ContactId contact) {
        return in(() -> scene.bean(Consents.class).mayI(DEMO, contact, Purpose.SERVICE));
    }

    Rectification asked(ContactId contact, String field, @Nullable String name, String value) {
        return rectifications.ask(officer, contact, new RectificationWish(field, name, value, "As they say"));
    }

    Rectification decided(Rectification asked, boolean apply) {
        return rectifications.decide(officer, asked.id(), apply, "Looked at");
    }

    /** What is kept of this kind. */
    List<PersonalRecord> kept(ContactId contact, String kind) {
        var all = new ArrayList<PersonalRecord>();
        scene.beans(PersonalDataStore.class).forEach(one -> one.export(family(contact), all::add));
        return all.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Answered 2xx. */
    JsonNode does(String method, String path, String body) {
        var answer = scene.call(method, "/api/v1/privacy" + path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isLessThan(300);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
