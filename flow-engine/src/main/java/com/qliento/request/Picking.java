package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.AnswerPick;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an answer: values out of it, each under a name of its own, and nothing else. A value that is not there,
 * or is of another type, is told by a fixed word and none is kept; one that may be missing is nothing then.
 */
final class Picking {

    /** Where values lie of which an answer consists once they are taken out of it. */
    private static final String PICKED = "picked";

    private static final String MISSING = "pick-missing";
    private static final String OTHER_TYPE = "pick-type";

    /**
     * What came of it.
     *
     * @param values by name; null for what may be missing and is
     * @param failure the fixed word for why there are none
     */
    record Picked(Map<String, @Nullable Object> values, Optional<String> failure) {

        private static Picked failed(String word) {
            return new Picked(Map.of(), Optional.of(word));
        }

        /** Not the values. */
        @Override
        public String toString() {
            return "Picked" + values.keySet() + failure;
        }
    }

    private final List<AnswerPick> picks;

    private Picking(List<AnswerPick> picks) {
        this.picks = picks;
    }

    /** As an author wrote it. */
    static Picking of(String lines) {
        return new Picking(AnswerPick.parse(lines));
    }

    /** Whether the whole answer is kept. */
    boolean isEmpty() {
        return picks.isEmpty();
    }

    /** The values out of an answer, {@code {status, body}} as it came or what {@link #only} left of it. */
    Picked from(JsonNode answer) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var pick : picks) {
            var type = PickType.of(pick.type());
            var found = found(pick, answer);
            if (found == null && !pick.maybe()) {
                return Picked.failed(MISSING);
            }
            var value =
                    found == null ? null : type.map(known -> known.value(found)).orElse(null);
            if (found != null && value == null) {
                return Picked.failed(OTHER_TYPE);
            }
            values.put(pick.name(), value);
        }
        return new Picked(values, Optional.empty());
    }

    /** The answer without anything that is not picked. */
    ObjectNode only(JsonNode answer) {
        var left = JsonNodeFactory.instance.objectNode();
        left.set("status", answer.path("status"));
        var picked = left.putObject(PICKED);
        picks.forEach(pick -> picked.set(pick.name(), found(pick, answer)));
        return left;
    }

    private static @Nullable JsonNode found(AnswerPick pick, JsonNode answer) {
        var picked = answer.get(PICKED);
        if (picked != null) {
            var value = picked.get(pick.name());
            return value == null || value.isNull() ? null : value;
        }
        return PickPath.read(pick.path()).map(path -> path.in(answer)).orElse(null);
    }

    /** An answer in which all of them are, made up. */
    ObjectNode sample() {
        var answer = JsonNodeFactory.instance.objectNode().put("status", 200);
        answer.putObject("body");
        picks.forEach(pick -> PickPath.read(pick.path())
                .filter(PickPath::goesInside)
                .ifPresent(path -> path.put(
                        answer, PickType.of(pick.type()).orElse(PickType.TEXT).sample())));
        return answer;
    }
}
