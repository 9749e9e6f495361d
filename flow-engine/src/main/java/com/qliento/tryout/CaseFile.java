package com.qliento.tryout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code cases.json}: {@code {"format": 1, "cases": [{"name", "persona", "steps": [{"kind", "text", ...}]}]}}. */
final class CaseFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 2_000_000;

    private CaseFile() {}

    private record Document(int format, List<Written> cases) {}

    private record Written(String name, @Nullable Persona persona, List<CaseStep> steps) {}

    static String write(List<FlowCase> cases) {
        try {
            var written = cases.stream()
                    .map(one -> new Written(one.name(), one.persona(), one.steps()))
                    .toList();
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Document(1, written));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads them, each with an id of its own. */
    static List<FlowCase> read(String json) {
        if (json.length() > LARGEST) {
            throw unreadable("it has more than 2 MB");
        }
        try {
            var document = JSON.readValue(json, Document.class);
            if (document.format() != 1 || document.cases() == null) {
                throw unreadable("it must have \"format\": 1 and \"cases\"");
            }
            if (document.cases().contains(null)) {
                throw unreadable("one of them is null");
            }
            return document.cases().stream()
                    .map(one -> new FlowCase(
                            UUID.randomUUID(),
                            one.name(),
                            Objects.requireNonNullElse(
                                    one.persona(), Persona.samples().get(0)),
                            one.steps()))
                    .toList();
        } catch (JsonMappingException other) {
            if (other.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw unreadable("a part of it is none of a test case");
        } catch (JsonProcessingException noJson) {
            throw unreadable("it is no JSON");
        }
    }

    private static Problem unreadable(String why) {
        return Problem.invalid("cases", "These are no test cases: " + why + ".");
    }
}
