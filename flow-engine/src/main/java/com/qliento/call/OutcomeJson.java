package com.qliento.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A request, and a result as it waits, sealed, in the lane of whoever asked. */
final class OutcomeJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String OUTCOME = "outcome";
    private static final String CODE = "code";

    private OutcomeJson() {}

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("what was kept of a call is no JSON", broken);
        }
    }

    static byte[] write(CallResult result) {
        return bytes(result.outcome()
                .accept(new Writer())
                .put("target", result.target())
                .put("word", result.word())
                .put("attempts", result.attempts())
                .put("millis", result.took().toMillis()));
    }

    static CallResult read(byte[] bytes) {
        var json = tree(bytes);
        return new CallResult(
                outcome(json),
                json.path("target").asText(),
                json.path("word").asText(),
                json.path("attempts").asInt(),
                Duration.ofMillis(json.path("millis").asLong()));
    }

    private static CallOutcome outcome(JsonNode json) {
        var code = json.path(CODE).asText();
        return switch (json.path(OUTCOME).asText()) {
            case "answered" -> new CallOutcome.Answered(json.path("body"));
            case "failed" -> new CallOutcome.Failed(code, json.path("trouble").asBoolean());
            case "timed-out" -> new CallOutcome.TimedOut();
            case "not-allowed" -> new CallOutcome.NotAllowed(code);
            default -> throw new IllegalStateException("what was kept of a call has no outcome");
        };
    }

    private static final class Writer implements CallOutcome.Cases<ObjectNode> {

        private static ObjectNode outcome(String name) {
            return JsonNodeFactory.instance.objectNode().put(OUTCOME, name);
        }

        @Override
        public ObjectNode answered(CallOutcome.Answered answer) {
            var answered = outcome("answered");
            answered.set("body", answer.body());
            return answered;
        }

        @Override
        public ObjectNode failed(CallOutcome.Failed failure) {
            return outcome("failed").put(CODE, failure.code()).put("trouble", failure.trouble());
        }

        @Override
        public ObjectNode timedOut(CallOutcome.TimedOut timedOut) {
            return outcome("timed-out");
        }

        @Override
        public ObjectNode notAllowed(CallOutcome.NotAllowed refusal) {
            return outcome("not-allowed").put(CODE, refusal.rule());
        }

        @Override
        public ObjectNode again(CallOutcome.Again later) {
            throw new IllegalArgumentException("nobody is told of a call that is made again");
        }
    }
}
