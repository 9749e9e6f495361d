package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.block.AnswerPick;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final int LONGEST_SHOWN = 60;

    /**
     * What came of it.
     *
     * @param values by name; null for what may be missing and is
     * @param trouble why there are none
     */
    record Picked(Map<String, @Nullable Object> values, Optional<Trouble> trouble) {

        private static Picked failed(Trouble trouble) {
            return new Picked(Map.of(), Optional.of(trouble));
        }

        /** The fixed word for why there are none. */
        Optional<String> failure() {
            return trouble.map(Trouble::word);
        }

        /** Not the values. */
        @Override
        public String toString() {
            return "Picked" + values.keySet() + failure();
        }
    }

    /**
     * A value that could not be picked.
     *
     * @param word the fixed word for why
     * @param wanted the word for the type it should be of
     * @param found what there is instead, shortened; empty for nothing
     */
    record Trouble(String word, String name, String wanted, String found) {

        /** Nothing of what there is. */
        @Override
        public String toString() {
            return "Trouble[" + word + " " + name + "]";
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
            var found = found(pick, answer);
            var trouble = trouble(pick, found);
            if (trouble != null) {
                return Picked.failed(trouble);
            }
            values.put(pick.name(), found == null ? null : value(pick, found));
        }
        return new Picked(values, Optional.empty());
    }

    /** All that could not be picked of an answer, for who looks why. */
    List<Trouble> troubles(JsonNode answer) {
        return picks.stream()
                .flatMap(pick -> Stream.ofNullable(trouble(pick, found(pick, answer))))
                .toList();
    }

    private static @Nullable Trouble trouble(AnswerPick pick, @Nullable JsonNode found) {
        if (found == null) {
            return pick.maybe() ? null : new Trouble(MISSING, pick.name(), pick.type(), "");
        }
        return value(pick, found) == null ? new Trouble(OTHER_TYPE, pick.name(), pick.type(), shown(found)) : null;
    }

    private static @Nullable Object value(AnswerPick pick, JsonNode found) {
        return PickType.of(pick.type()).map(type -> type.value(found)).orElse(null);
    }

    private static String shown(JsonNode found) {
        var text = found.toString();
        int end = Math.min(text.length(), LONGEST_SHOWN);
        return end == text.length()
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
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
