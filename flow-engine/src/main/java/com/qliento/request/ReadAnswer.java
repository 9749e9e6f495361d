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

    /** @param contentType as the server wrote it */
    static CallOutcome of(int status, @Nullable String contentType, byte[] bytes, Wanted wanted) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String text;
        try {
            text = text(contentType == null ? "" : contentType, bytes);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
            return CallOutcome.failed("unknown-charset");
        } catch (CharacterCodingException broken) {
            return CallOutcome.failed("not-text");
        }
        boolean asJson = wanted == Wanted.JSON
                || (wanted == Wanted.ANY && OF_JSON.matcher(type).matches());
        if (text.isBlank()) {
            return wanted == Wanted.JSON ? CallOutcome.failed("not-json") : answered(status, JSON.nullNode());
        }
        if (!asJson && !type.isEmpty() && !OF_TEXT.matcher(type).matches()) {
            return CallOutcome.failed("not-text");
        }
        return asJson
                ? json(status, text)
                : answered(status, JSON.getNodeFactory().textNode(text));
    }

    private static String text(String contentType, byte[] bytes) throws CharacterCodingException {
        var named = CHARSET.matcher(contentType);
        var charset = named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static CallOutcome json(int status, String text) {
        try {
            var body = JSON.readTree(text);
            return ordinary(body) ? answered(status, body) : CallOutcome.failed("odd-number");
        } catch (StreamConstraintsException bounds) {
            return CallOutcome.failed("too-deep");
        } catch (IOException broken) {
            return CallOutcome.failed("not-json");
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

    private static CallOutcome answered(int status, JsonNode body) {
        if (body.toString().getBytes(StandardCharsets.UTF_8).length > KEPT) {
            return CallOutcome.failed("too-much-to-keep");
        }
        var answer = JsonNodeFactory.instance.objectNode().put("status", status);
        return new CallOutcome.Answered(answer.set("body", body));
    }
}
