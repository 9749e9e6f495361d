package com.qliento.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.qliento.block.Names;
import com.qliento.block.StartInput;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.List;
import java.util.stream.Collectors;

/** What a flow may be given as it begins. */
public final class GivenValues {

    private static final int MOST = 50;
    private static final int MOST_CHARACTERS = 100_000;

    private static final ProblemType MISSING =
            new ProblemType(ProblemKind.INVALID, "input-missing", "The flow needs something that was not handed over");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GivenValues() {}

    /**
     * What a flow begins with that is given these: for what it may do without and says what stands for it, that. Throws
     * {@link Problem} for what it needs and was not given, the names as {@code missing}; no value of JSON, null, is not given.
     */
    public static ObjectNode of(List<StartInput> inputs, ObjectNode given) {
        var missing = inputs.stream()
                .filter(input -> input.needed() && !given.hasNonNull(input.name()))
                .map(StartInput::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw MISSING.because("The flow needs what was not handed over: " + missing + ".")
                    .with("missing", missing);
        }
        var all = given.deepCopy();
        inputs.forEach(input -> {
            var otherwise = input.otherwise();
            if (otherwise != null && !given.hasNonNull(input.name())) {
                all.set(input.name(), value(otherwise));
            }
        });
        return all;
    }

    /** A number, true and false are those; all else is text, in quotes or without. */
    private static JsonNode value(String written) {
        try {
            var read = JSON.readTree(written);
            return read != null && read.isValueNode() && !read.isNull() && !read.isMissingNode()
                    ? read
                    : new TextNode(written);
        } catch (JsonProcessingException plain) {
            return new TextNode(written);
        }
    }

    /** Throws {@link Problem} for values that no flow can keep. */
    public static void check(ObjectNode values) {
        if (values.size() > MOST || values.toString().length() > MOST_CHARACTERS) {
            throw Problem.invalid(
                    "values",
                    "A flow begins with " + MOST + " values of " + MOST_CHARACTERS + " characters in all at most.");
        }
        values.fieldNames().forEachRemaining(name -> {
            if (!Names.usable(name)) {
                throw Problem.invalid(
                        "values",
                        "A flow can't keep a value under each of these names: letters, digits and '_', 50 at most, no word"
                                + " of FEEL, and not " + String.join(", ", List.copyOf(Names.BUILT_IN)) + ".");
            }
        });
    }
}
