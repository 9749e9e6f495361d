package com.qliento.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.conversation.ResultReceiver.WhenBusy;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A wish as it waits in the lane of whom it is for: sealed for them. */
@Component
class StartSeals {

    /** The kind of results that wishes are. */
    static final String KIND = "start";

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Vault vault;

    StartSeals(Vault vault) {
        this.vault = vault;
    }

    /** What was wished. */
    record Wished(String flowKey, WhenBusy whenBusy, Map<String, Object> values) {

        @Override
        public String toString() {
            return "Wished[" + flowKey + "]";
        }
    }

    byte[] close(UUID id, Lane lane, StartWish wish) {
        var json = JSON.createObjectNode()
                .put("flow", wish.flowKey())
                .put("whenBusy", wish.whenBusy().name())
                .set("values", wish.values());
        return vault.seal(
                        lane.organisation(),
                        new SubjectId(lane.contact()),
                        place(id),
                        TimeOrderedId.timeOf(id),
                        bytes(json))
                .bytes();
    }

    /** Throws {@link com.qliento.vault.Unreadable} when it can't be opened any more. */
    Wished open(OrganisationId organisation, Pending waiting) {
        try {
            var json = JSON.readTree(vault.open(organisation, place(waiting.id()), Sealed.of(waiting.content())));
            return new Wished(
                    json.path("flow").asText(),
                    WhenBusy.valueOf(json.path("whenBusy").asText()),
                    JSON.convertValue(json.path("values"), VALUES));
        } catch (IOException broken) {
            throw new UncheckedIOException("a wish that waits is no JSON", broken);
        }
    }

    private static Place place(UUID id) {
        return new Place("inbox_queue", "start", id);
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
