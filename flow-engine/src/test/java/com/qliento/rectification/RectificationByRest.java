package com.qliento.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.util.UUID;

/** A correction from its first question to whoever is told of it, as a program does it. */
public record RectificationByRest(Scene scene) {

    /** Calls every operation; each answers as it is described. */
    public void run() {
        var people = new RectificationFixture(scene);
        var contact = people.contact(people.talked("by rest", "1"));
        var path = "/people/" + contact + "/rectification";
        var wish = "{\"field\":\"name\",\"value\":\"By rest\",\"evidence\":\"Seen.\"}";
        var refused =
                "/rectifications/" + people.does("POST", path, wish).path("id").asText();
        people.does("POST", refused + "/decision", "{\"apply\":false,\"reason\":\"Not so.\"}");
        var id = "/rectifications/" + people.does("POST", path, wish).path("id").asText();
        people.does("GET", "/rectifications", "");
        var applied = people.does("POST", id + "/decision", "{\"apply\":true,\"reason\":\"So it is.\"}");
        assertThat(applied.path("state").asText()).isEqualTo("applied");
        var shown = people.does("GET", id, "");
        var recipient = UUID.fromString(shown.at("/recipients/0/id").asText());
        people.does("PUT", id + "/recipients/" + recipient, "{\"state\":\"confirmed\"}");
    }
}
