package com.qliento.scene;

import com.qliento.organisation.ApiKeys;
import com.qliento.organisation.Organisation;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.Organisations;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A new organisation beside the demo's, with a key of its own. */
public record OtherOrganisation(Scene scene, OrganisationId id, String key) {

    public static OtherOrganisation in(Scene scene) {
        var id = new OrganisationId(UUID.randomUUID());
        scene.bean(Organisations.class)
                .save(new Organisation(
                        id, "Other", null, Organisation.DEFAULT_STOP_KEYWORDS, Organisation.DEFAULT_STOP_REPLY));
        return new OtherOrganisation(scene, id, scene.bean(ApiKeys.class).create(id, "test"));
    }

    /** A REST call with its key. */
    public HttpResponse<String> call(String method, String path, String body) {
        return call(method, path, body, "application/json");
    }

    /** A REST call with its key and a body of this type. */
    public HttpResponse<String> call(String method, String path, String body, String type) {
        return scene.send(scene.request(method, path, body, type)
                .setHeader("Authorization", "Bearer " + key)
                .build());
    }

    /** A REST call with its key, for somebody who reads these languages. */
    public HttpResponse<String> callIn(String languages, String method, String path) {
        return scene.send(scene.request(method, path, "", "application/json")
                .setHeader("Authorization", "Bearer " + key)
                .setHeader("Accept-Language", languages)
                .build());
    }

    /** A REST call with its key, for whoever knows this revision. */
    public HttpResponse<String> callIfMatch(String tag, String method, String path, String body, String type) {
        return scene.send(scene.request(method, path, body, type)
                .setHeader("Authorization", "Bearer " + key)
                .setHeader("If-Match", tag)
                .build());
    }

    @Override
    public String toString() {
        return "OtherOrganisation[" + id + "]";
    }
}
