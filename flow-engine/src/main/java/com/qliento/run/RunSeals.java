package com.qliento.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Pending;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a run is given and what it answers: sealed for the run, which is a subject of its own. */
@Component
class RunSeals {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Vault vault;

    RunSeals(Vault vault) {
        this.vault = vault;
    }

    /** What a run begins with. */
    record Given(String flowKey, Map<String, Object> values) {

        @Override
        public String toString() {
            return "Given[" + flowKey + "]";
        }
    }

    /** Of a run that is new: its key is made at once, without looking for one first. */
    byte[] given(OrganisationId organisation, UUID run, RunWish wish) {
        vault.createSubjects(organisation, List.of(new SubjectId(run)));
        var json = JSON.createObjectNode().put("flow", wish.flowKey()).set("values", wish.values());
        return seal(organisation, run, new Place("inbox_queue", "run", run), json);
    }

    /** Throws {@link Unreadable} when it can't be opened any more. */
    Given given(OrganisationId organisation, Pending waiting) {
        var json = open(organisation, new Place("inbox_queue", "run", waiting.id()), waiting.content());
        return new Given(json.path("flow").asText(), JSON.convertValue(json.path("values"), VALUES));
    }

    byte[] answer(OrganisationId organisation, UUID run, JsonNode value) {
        return seal(organisation, run, answerOf(run), value);
    }

    /** The run with what it answered, as far as somebody can read it. */
    Run withAnswer(OrganisationId organisation, RunStore.Row row) {
        var run = row.run();
        var sealed = row.answer();
        return new Run(
                run.id(),
                run.flow(),
                run.cause(),
                run.causeId(),
                run.state(),
                run.conversation(),
                sealed == null ? null : read(organisation, run.id(), row.status(), sealed),
                run.recordedAt(),
                run.endedAt());
    }

    private Run.@Nullable Answer read(OrganisationId organisation, UUID run, int status, byte[] sealed) {
        try {
            return new Run.Answer(status, open(organisation, answerOf(run), sealed));
        } catch (Unreadable gone) {
            return null;
        }
    }

    private static Place answerOf(UUID run) {
        return new Place("flow_run", "answer", run);
    }

    private byte[] seal(OrganisationId organisation, UUID run, Place place, JsonNode json) {
        try {
            var bytes = JSON.writeValueAsBytes(json);
            return vault.seal(organisation, new SubjectId(run), place, TimeOrderedId.timeOf(run), bytes)
                    .bytes();
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode open(OrganisationId organisation, Place place, byte[] sealed) {
        try {
            return JSON.readTree(vault.open(organisation, place, Sealed.of(sealed)));
        } catch (IOException broken) {
            throw new UncheckedIOException("what a run keeps is no JSON", broken);
        }
    }
}
