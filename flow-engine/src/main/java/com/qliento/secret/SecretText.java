package com.qliento.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.rules.feel.InvalidExpression;
import com.qliento.rules.feel.TextTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that names secrets, such as {@code Bearer {{ secret.crm }}}: its words and the names apart, so that nothing
 * that is put into the words later can become a name. {@link Secrets#fill} puts the values in, when a call is made.
 */
public record SecretText(List<Part> parts) {

    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*secret\\.(" + SecretName.FORM + ")\\s*}}");
    private static final String SECRET = "secret";
    private static final String MASK = "••••";

    /**
     * Words or a name.
     *
     * @param words as they are written; where a secret is named, how it is
     * @param secret the secret's name; null for words
     */
    public record Part(String words, @Nullable String secret) {

        /** Not the words: a customer's may be among them. */
        @Override
        public String toString() {
            return secret == null ? "words" : "secret " + secret;
        }
    }

    public SecretText {
        parts = List.copyOf(parts);
    }

    /**
     * A text as its author wrote it, with expressions in double braces still in its words. A name within an expression is
     * part of the expression, which knows no secrets. Takes any text, also one that can't be compiled.
     */
    public static SecretText of(String written) {
        var parts = new ArrayList<Part>();
        var words = new StringBuilder();
        for (var piece : pieces(written)) {
            var named = NAMED.matcher(piece);
            if (named.matches()) {
                flush(parts, words);
                parts.add(new Part(piece, named.group(1)));
            } else {
                words.append(piece);
            }
        }
        flush(parts, words);
        return new SecretText(parts);
    }

    private static List<String> pieces(String written) {
        try {
            return TextTemplate.pieces(written);
        } catch (InvalidExpression saidWhenItIsCompiled) {
            return List.of(written);
        }
    }

    private static void flush(List<Part> parts, StringBuilder words) {
        if (!words.isEmpty()) {
            parts.add(new Part(words.toString(), null));
            words.setLength(0);
        }
    }

    /** The names of the secrets, in the order of the text. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (var part : parts) {
            if (part.secret() != null) {
                names.add(part.secret());
            }
        }
        return names;
    }

    /** The same with other words, such as with the values of expressions in them. */
    public SecretText with(UnaryOperator<String> otherWords) {
        return new SecretText(parts.stream()
                .map(part -> part.secret() == null ? new Part(otherWords.apply(part.words()), null) : part)
                .toList());
    }

    /** The words with spaces where secrets are named, each character in its place: for those who look at expressions. */
    public String blanked() {
        return parts.stream()
                .map(part -> part.secret() == null
                        ? part.words()
                        : " ".repeat(part.words().length()))
                .collect(Collectors.joining());
    }

    /** As people may be shown it: dots where secrets are named. */
    public String masked() {
        return parts.stream()
                .map(part -> part.secret() == null ? part.words() : MASK)
                .collect(Collectors.joining());
    }

    /** As it is kept in the request of a call; {@link #read} reads it. */
    public JsonNode json() {
        var json = JsonNodeFactory.instance.arrayNode();
        for (var part : parts) {
            if (part.secret() == null) {
                json.add(part.words());
            } else {
                json.addObject().put(SECRET, part.secret());
            }
        }
        return json;
    }

    /** What {@link #json} wrote. */
    public static SecretText read(JsonNode json) {
        var parts = new ArrayList<Part>();
        for (var part : json) {
            var name = part.path(SECRET).asText();
            parts.add(part.isTextual() ? new Part(part.asText(), null) : new Part("{{ secret." + name + " }}", name));
        }
        return new SecretText(parts);
    }

    @Override
    public String toString() {
        return "SecretText" + names();
    }
}
