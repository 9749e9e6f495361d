package com.qliento.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.call.FeelJson;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.Expressions;
import com.qliento.rules.feel.TextTemplate;
import com.qliento.rules.feel.ValueText;
import com.qliento.secret.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of a request, compiled: values are put in as its place takes them, secrets stay names. */
final class FilledText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OPEN = "{{";
    private static final String ESCAPED = "\\{{";

    /**
     * A piece of it.
     *
     * @param words what is written; of an expression or a secret how it is
     * @param value null for words and secrets
     * @param bare whether an expression stands in JSON outside of quotes, so that its value is one of JSON
     */
    private record Piece(SecretText.Part words, @Nullable Expression value, boolean bare) {

        /** Without its braces. */
        String written() {
            return words.words().substring(2, words.words().length() - 2).strip();
        }

        @Override
        public String toString() {
            return "Piece";
        }
    }

    private final Place place;
    private final List<Piece> pieces;

    private FilledText(Place place, List<Piece> pieces) {
        this.place = place;
        this.pieces = pieces;
    }

    /** The same, of a value alone: what its author wrote is put in as values are. */
    static FilledText value(Expressions expressions, String text, Place place) {
        var compiled = compile(expressions, text, place);
        return new FilledText(
                place,
                compiled.pieces.stream()
                        .map(piece -> piece.value() == null && piece.words().secret() == null
                                ? new Piece(
                                        new SecretText.Part(
                                                place.written(piece.words().words()), null),
                                        null,
                                        false)
                                : piece)
                        .toList());
    }

    /** Compiles; throws {@link com.qliento.rules.feel.InvalidExpression}. */
    static FilledText compile(Expressions expressions, String text, Place place) {
        var pieces = new ArrayList<Piece>();
        var quotes = new Quotes();
        for (var part : SecretText.of(text).parts()) {
            if (part.secret() != null) {
                pieces.add(new Piece(part, null, false));
                continue;
            }
            for (var written : TextTemplate.pieces(part.words())) {
                if (written.startsWith(OPEN)) {
                    var feel = written.substring(2, written.length() - 2).strip();
                    boolean bare = place == Place.JSON && !quotes.open;
                    pieces.add(new Piece(new SecretText.Part(written, null), expressions.compile(feel), bare));
                } else {
                    var words = written.replace(ESCAPED, OPEN);
                    quotes.pass(words);
                    pieces.add(new Piece(new SecretText.Part(words, null), null, false));
                }
            }
        }
        return new FilledText(place, List.copyOf(pieces));
    }

    /** Whether a string of JSON has begun and not ended. */
    private static final class Quotes {

        private boolean open;
        private boolean escaped;

        void pass(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == '"' && !escaped) {
                    open = !open;
                }
                escaped = open && c == '\\' && !escaped;
            }
        }
    }

    /** What an expression comes to. */
    interface Values {

        /**
         * Its value.
         *
         * @param written the expression as it stands in the braces
         * @param bare whether it stands in JSON outside of quotes
         */
        @Nullable
        Object of(String written, Expression expression, boolean bare);
    }

    /** The text with values in it; secrets are still to be put in. */
    SecretText with(Values values) {
        return filled(piece -> {
            var value = piece.value() == null ? null : values.of(piece.written(), piece.value(), piece.bare());
            return piece.bare() ? FeelJson.json(value).toString() : place.written(ValueText.shown(value));
        });
    }

    /** The text with something in place of each value that could stand there. */
    SecretText sample() {
        return filled(piece -> piece.bare() ? "0" : "x");
    }

    private interface Filling {
        String of(Piece piece);
    }

    private SecretText filled(Filling filling) {
        var parts = new ArrayList<SecretText.Part>();
        for (var piece : pieces) {
            parts.add(piece.value() == null ? piece.words() : new SecretText.Part(filling.of(piece), null));
        }
        return new SecretText(parts);
    }

    /** Whether it is one value of JSON and nothing behind it. */
    static boolean isJson(String text) {
        try (var parser = MAPPER.createParser(text)) {
            JsonNode read = MAPPER.readTree(parser);
            return read != null && !read.isMissingNode() && parser.nextToken() == null;
        } catch (JsonProcessingException broken) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
