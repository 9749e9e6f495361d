package com.qliento.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to one value in an answer, as FEEL writes it: {@code body.items[1].price}. Items are counted from 1, or from the
 * end with a minus; a key that is no name of FEEL stands in quotes, {@code body."first-name"}. Unlike in FEEL, a list is
 * never gone through by itself: what is meant is one value.
 */
final class PickPath {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern ROOT = Pattern.compile("body|status");
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<name>" + NAME + ")|\\.(?<quoted>\"(?:[^\"\\\\]|\\\\.)*+\")|\\[(?<item>-?[1-9][0-9]{0,5})]");

    /** Items that are made up for a sample. */
    private static final int MOST_MADE = 20;

    private record Step(@Nullable String key, int item) {}

    private final List<Step> steps;

    private PickPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Reads it; empty when it is no such way. */
    static Optional<PickPath> read(String written) {
        var root = ROOT.matcher(written);
        if (!root.lookingAt()) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step(root.group(), 0));
        var step = STEP.matcher(written);
        int at = root.end();
        while (at < written.length()) {
            if (!step.find(at) || step.start() != at) {
                return Optional.empty();
            }
            var quoted = step.group("quoted");
            var key = quoted == null ? Optional.ofNullable(step.group("name")) : unquoted(quoted);
            if (key.isEmpty() && step.group("item") == null) {
                return Optional.empty();
            }
            steps.add(key.map(name -> new Step(name, 0))
                    .orElseGet(() -> new Step(null, Integer.parseInt(step.group("item")))));
            at = step.end();
        }
        return Optional.of(new PickPath(steps));
    }

    private static Optional<String> unquoted(String quoted) {
        try {
            return Optional.of(JSON.readValue(quoted, String.class));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** The way to what lies under this key. */
    static String child(String path, String key) {
        return path + "." + (NAME.matcher(key).matches() ? key : TextNode.valueOf(key));
    }

    /** The way to this item, counted from 1. */
    static String item(String path, int number) {
        return path + "[" + number + "]";
    }

    /** Whether it goes into the body, and not to the whole of it. */
    boolean goesInside() {
        return steps.size() > 1;
    }

    /** What lies there; null when nothing does, or the null of JSON. */
    @Nullable
    JsonNode in(JsonNode answer) {
        var at = answer;
        for (var step : steps) {
            at = step.key() == null ? at.get(index(step.item(), at.size())) : at.get(step.key());
            if (at == null) {
                return null;
            }
        }
        return at.isNull() ? null : at;
    }

    private static int index(int item, int size) {
        return item > 0 ? item - 1 : size + item;
    }

    /** Puts a value there, with all that has to be around it. */
    void put(ObjectNode answer, JsonNode value) {
        with(answer, steps, value);
    }

    private static JsonNode with(@Nullable JsonNode at, List<Step> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        var step = steps.get(0);
        var further = steps.subList(1, steps.size());
        if (step.key() != null) {
            var object = at instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
            return object.set(step.key(), with(object.get(step.key()), further, value));
        }
        var list = at instanceof ArrayNode known ? known : JsonNodeFactory.instance.arrayNode();
        int item = Math.max(-MOST_MADE, Math.min(MOST_MADE, step.item()));
        while (list.size() < Math.abs(item)) {
            list.addNull();
        }
        int index = index(item, list.size());
        list.set(index, with(list.get(index), further, value));
        return list;
    }
}
