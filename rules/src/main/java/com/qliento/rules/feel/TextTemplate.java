package com.qliento.rules.feel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with FEEL in double braces: {@code Hello {{ contact.name }}}. What an expression gives is put in as it is and
 * never read again, so nothing a customer typed can become an expression. A backslash before two opening braces writes
 * the braces.
 */
public final class TextTemplate {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** An expression in the text, as written without its braces, and the names it uses. */
    public record Insert(String feel, Set<String> names) {}

    /** A piece of the text: words, or an expression and how it is written. */
    private record Piece(String text, String feel, @Nullable Expression expression) {

        @Override
        public String toString() {
            return "Piece";
        }
    }

    private final List<Piece> pieces;

    private TextTemplate(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Compiles; throws {@link InvalidExpression} with the place in the text. */
    public static TextTemplate compile(Expressions expressions, String text) {
        var pieces = new ArrayList<Piece>();
        var words = new StringBuilder();
        int at = 0;
        for (var written : pieces(text)) {
            if (written.startsWith(OPEN)) {
                flush(pieces, words);
                var feel = written.substring(OPEN.length(), written.length() - CLOSE.length())
                        .strip();
                pieces.add(new Piece("", feel, expression(expressions, text, at, feel)));
            } else {
                words.append(written.replace("\\" + OPEN, OPEN));
            }
            at += written.length();
        }
        flush(pieces, words);
        return new TextTemplate(pieces);
    }

    private static void flush(List<Piece> pieces, StringBuilder words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words.toString(), "", null));
            words.setLength(0);
        }
    }

    /**
     * A text taken apart as it is written: words, and expressions with their braces around them; one behind the other they
     * are the text. Throws {@link InvalidExpression} when braces are not closed.
     */
    public static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("\\" + OPEN, at)) {
                at += 1 + OPEN.length();
            } else if (text.startsWith(OPEN, at)) {
                int behind = end(text, at) + CLOSE.length();
                if (words < at) {
                    pieces.add(text.substring(words, at));
                }
                pieces.add(text.substring(at, behind));
                words = behind;
                at = behind;
            } else {
                at++;
            }
        }
        if (words < at) {
            pieces.add(text.substring(words));
        }
        return List.copyOf(pieces);
    }

    /** Where the braces close, outside of quotes and of FEEL's own braces. */
    private static int end(String text, int open) {
        boolean quoted = false;
        int depth = 0;
        for (int i = open + OPEN.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && depth > 0) {
                depth--;
            } else if (!quoted && text.startsWith(CLOSE, i)) {
                return i;
            }
        }
        throw at(text, open, "unclosed", "The {{ here has no }}. Close it, or write \\{{ to show two braces.");
    }

    private static Expression expression(Expressions expressions, String text, int open, String feel) {
        if (feel.isEmpty()) {
            throw at(
                    text,
                    open,
                    "empty",
                    "There is nothing between {{ and }}. Write a name, such as {{ contact.name }}.");
        }
        try {
            return expressions.compile(feel);
        } catch (InvalidExpression invalid) {
            throw at(text, open, invalid.problem().code(), invalid.problem().message());
        }
    }

    private static InvalidExpression at(String text, int position, String code, String message) {
        int line =
                (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
        int column = position - text.lastIndexOf('\n', position - 1);
        return new InvalidExpression(ExpressionProblem.error(code, line, column, message));
    }

    /** The text with the expressions' values in it; throws {@link StoppedExpression} as those do, and when it is too long. */
    public String render(Map<String, ?> values) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            var expression = piece.expression();
            text.append(expression == null ? piece.text() : ValueText.shown(expression.evaluate(values)));
            if (text.length() > Limits.VALUE_SIZE) {
                throw new StoppedExpression(EvaluationStopped.size(), "{{ " + piece.feel() + " }}");
            }
        }
        return text.toString();
    }

    /** The names of values the expressions use. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        for (var piece : pieces) {
            if (piece.expression() != null) {
                names.addAll(piece.expression().names());
            }
        }
        return names;
    }

    /** The expressions in it, in their order. */
    public List<Insert> inserts() {
        var inserts = new ArrayList<Insert>();
        for (var piece : pieces) {
            if (piece.expression() != null) {
                inserts.add(new Insert(piece.feel(), piece.expression().names()));
            }
        }
        return List.copyOf(inserts);
    }

    /** Whether it has no expression and so always gives the same text. */
    public boolean constant() {
        return pieces.stream().allMatch(piece -> piece.expression() == null);
    }

    /** Characters (as Java counts them) outside of the braces: the text is at least as long. */
    public int constantLength() {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }
}
