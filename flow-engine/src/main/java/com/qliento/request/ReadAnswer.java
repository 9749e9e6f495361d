package com.qliento.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.CallOutcome;
import com.qliento.request.WrittenRequest.Wanted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of success as a value a flow can keep, or the fixed word for why there is none. */
final class ReadAnswer {

    /** Bytes of JSON that are kept of an answer. */
    static final int KEPT = 16 * 1024;

    /** Levels of lists and objects in each other. */
    private static final int DEEPEST = 40;

    /** Powers of ten of a number, either way. */
    private static final int LARGEST_SCALE = 1_000;

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_TEXT = Pattern.compile(
            "text/.*|application/(?:.*\\+)?(?:json|xml)|application/(?:javascript|x-www-form-urlencoded)");
    private static final Pattern OF_JSON = Pattern.compile(".*/(?:.*\\+)?json");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReadAnswer() {}

    /** It is not what it has to be. */
    static final class Unread extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param code the fixed word for why */
        Unread(String code) {
            super(code, null, false, false);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * What a flow keeps of it.
     *
     * @param contentType as the server wrote it
     */
    static CallOutcome of(int status, @Nullable String contentType, byte[] bytes, Wanted wanted, Picking picking) {
        try {
            var answer = JsonNodeFactory.instance.objectNode().put("status", status);
            answer.set("body", body(contentType, bytes, wanted));
            return answered(answer, picking);
        } catch (Unread unread) {
            return CallOutcome.failed(unread.code());
        }
    }

    /** All of it. */
    static JsonNode body(@Nullable String contentType, byte[] bytes, Wanted wanted) throws Unread {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String text;
        try {
            text = text(contentType == null ? "" : contentType, bytes);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
            throw new Unread("unknown-charset");
        } catch (CharacterCodingException broken) {
            throw new Unread("not-text");
        }
        boolean asJson = wanted == Wanted.JSON
                || (wanted == Wanted.ANY && OF_JSON.matcher(type).matches());
        if (text.isBlank()) {
            if (wanted == Wanted.JSON) {
                throw new Unread("not-json");
            }
            return JSON.nullNode();
        }
        if (!asJson && !type.isEmpty() && !OF_TEXT.matcher(type).matches()) {
            throw new Unread("not-text");
        }
        return asJson ? json(text) : JSON.getNodeFactory().textNode(text);
    }

    private static String text(String contentType, byte[] bytes) throws CharacterCodingException {
        var named = CHARSET.matcher(contentType);
        var charset = named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static JsonNode json(String text) throws Unread {
        try {
            var body = JSON.readTree(text);
            if (!ordinary(body)) {
                throw new Unread("odd-number");
            }
            return body;
        } catch (StreamConstraintsException bounds) {
            throw new Unread("too-deep");
        } catch (IOException broken) {
            throw new Unread("not-json");
        }
    }

    /** What would fill the memory once it is written out is no number anybody meant. */
    private static boolean ordinary(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return Math.abs(number.scale()) <= LARGEST_SCALE && number.precision() <= LARGEST_SCALE;
        }
        for (var part : node) {
            if (!ordinary(part)) {
                return false;
            }
        }
        return true;
    }

    private static CallOutcome answered(JsonNode answer, Picking picking) {
        if (picking.isEmpty()) {
            return fits(answer.path("body")) ? new CallOutcome.Answered(answer) : tooMuch();
        }
        var failure = picking.from(answer).failure();
        if (failure.isPresent()) {
            return CallOutcome.failed(failure.get());
        }
        var picked = picking.only(answer);
        return fits(picked) ? new CallOutcome.Answered(picked) : tooMuch();
    }

    private static boolean fits(JsonNode kept) {
        return kept.toString().getBytes(StandardCharsets.UTF_8).length <= KEPT;
    }

    private static CallOutcome tooMuch() {
        return CallOutcome.failed("too-much-to-keep");
    }
}
