package com.qliento.tryout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qliento.block.Exit;
import com.qliento.call.CallOutcome;
import com.qliento.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another system answers in a try, in the tester's words.
 *
 * @param exit the name of the exit that its failing takes, one of {@link #EXITS}; null when it answers
 * @param body what it answers, JSON; empty when it fails
 */
public record CallAnswer(@Nullable String exit, String body) {

    /** The ways a call can fail, by the names of their exits. */
    public static final List<String> EXITS =
            List.of(Exit.FAILED.name(), Exit.TIMED_OUT.name(), Exit.NOT_ALLOWED.name());

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Nobody says more of a failure that is only tried. */
    private static final String TRIED = "tried";

    /** Refuses what is no JSON, and an exit that no call has. */
    public CallAnswer {
        if (exit != null && !EXITS.contains(exit)) {
            throw Problem.invalid("answer", "A call that fails takes one of: " + String.join(", ", EXITS) + ".");
        }
        body = Objects.requireNonNullElse(body, "");
        if (exit == null) {
            parse(body);
        }
    }

    /** It answers this JSON. */
    public static CallAnswer json(String body) {
        return new CallAnswer(null, body);
    }

    /** It fails, by the exit of this name. */
    public static CallAnswer fails(String exit) {
        return new CallAnswer(exit, "");
    }

    CallOutcome outcome() {
        if (exit == null) {
            return new CallOutcome.Answered(parse(body));
        }
        return exit.equals(Exit.TIMED_OUT.name())
                ? new CallOutcome.TimedOut()
                : exit.equals(Exit.NOT_ALLOWED.name()) ? new CallOutcome.NotAllowed(TRIED) : CallOutcome.failed(TRIED);
    }

    private static JsonNode parse(String text) {
        try {
            var node = JSON.readTree(text);
            if (node != null && !node.isMissingNode()) {
                return node;
            }
        } catch (JsonProcessingException none) {
            // said below
        }
        throw Problem.invalid("answer", "What another system answers is JSON, such as {\"status\": \"sent\"}.");
    }

    @Override
    public String toString() {
        return "CallAnswer";
    }
}
