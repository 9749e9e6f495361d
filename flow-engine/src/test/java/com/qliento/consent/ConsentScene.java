package com.qliento.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Somebody who wrote to the demo organisation, and what may be done with their data. */
record ConsentScene(Scene scene, String phone) {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who wrote once. */
    static ConsentScene somebody() {
        var scene = Scene.shared();
        var somebody = new ConsentScene(scene, Scene.newCustomer());
        scene.says(somebody.phone, "hello");
        Awaitility.await().until(() -> !somebody.id().isEmpty());
        return somebody;
    }

    String id() {
        return new Rest(scene).contact(phone);
    }

    ContactId contact() {
        return new ContactId(UUID.fromString(id()));
    }

    Permit mayI(Purpose purpose) {
        var contact = contact();
        return scene.bean(OrganisationScope.class)
                .in(DEMO, () -> scene.bean(Consents.class).mayI(DEMO, contact, purpose));
    }

    /** Answered 2xx. */
    JsonNode does(String method, String path, String body) {
        var answer = call(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    HttpResponse<String> call(String method, String path, String body) {
        return scene.call(method, "/api/v1" + path, body.replace('\'', '"').replace("$", id()));
    }

    JsonNode given(String purpose) {
        return does("POST", "/consents", "{'contact':'$','purposes':['" + purpose + "'],'wording':'Offers, please?'}");
    }

    JsonNode withdrawn(String purpose) {
        return does("POST", "/consents/withdrawal", "{'contact':'$','purposes':['" + purpose + "']}");
    }

    JsonNode restricted(boolean restricted) {
        return does(
                "PUT",
                "/privacy/people/" + id() + "/restriction",
                "{'restricted':" + restricted + ",'reason':'They dispute their address.'}");
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
