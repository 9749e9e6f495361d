package com.qliento.rules.feel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a regular expression, read as Java reads it. What one character can be is left to Java: an atom is kept
 * as the set of those of its sample characters that it takes.
 */
final class PatternShape {

    /** A part of an expression. */
    sealed interface Part {}

    /** One character of a set. */
    record Atom(BitSet takes) implements Part {}

    /** One part after the other; none at all takes the empty text. */
    record Sequence(List<Part> parts) implements Part {}

    /** One of several. */
    record Choice(List<Part> ways) implements Part {}

    /** The same part several times; {@code most} is {@link #ENDLESS} when there is no bound. */
    record Repeated(Part part, int least, int most) implements Part {}

    static final int ENDLESS = Integer.MAX_VALUE;

    private static final int DEEPEST = 40;
    private static final String QUANTIFIERS = "*+?{";
    private static final String OF_NO_LENGTH = "bBAGzZ";
    private static final String WITH_BRACES = "pPxNuk";

    private final String text;
    private final int flags;
    private final PatternSamples samples;

    /** What stands in look-aheads and look-behinds: each is tried on its own. */
    private final List<Part> aside = new ArrayList<>();

    private boolean comments;
    private int at;
    private int depth;

    private PatternShape(String text, int flags) {
        this.text = text;
        this.flags = flags;
        this.comments = (flags & Pattern.COMMENTS) != 0;
        this.samples = new PatternSamples(text);
    }

    /**
     * Reads it: the expression itself and after it those that it looks ahead or behind with. Null for what is written in a
     * way that is not known here.
     */
    static @Nullable List<Part> of(String text, int flags) {
        var shape = new PatternShape(text, text.contains("(?i") ? flags | Pattern.CASE_INSENSITIVE : flags);
        try {
            var all = new ArrayList<Part>();
            all.add(shape.choice());
            all.addAll(shape.aside);
            return shape.at == text.length() ? all : null;
        } catch (IndexOutOfBoundsException | PatternSyntaxException | NumberFormatException notKnown) {
            return null;
        }
    }

    private Part choice() {
        if (++depth > DEEPEST) {
            throw new IndexOutOfBoundsException("too deep");
        }
        var ways = new ArrayList<Part>();
        ways.add(sequence());
        while (more() && text.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        depth--;
        return ways.size() == 1 ? ways.get(0) : new Choice(ways);
    }

    private Part sequence() {
        var parts = new ArrayList<Part>();
        while (more() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            if (!passedOver()) {
                parts.add(repeated(one()));
            }
        }
        return new Sequence(parts);
    }

    private boolean passedOver() {
        char next = text.charAt(at);
        if (next == '^' || next == '$') {
            at++;
            return true;
        }
        if (comments && Character.isWhitespace(next)) {
            at++;
            return true;
        }
        if (comments && next == '#') {
            int line = text.indexOf('\n', at);
            at = line < 0 ? text.length() : line;
            return true;
        }
        return false;
    }

    private Part one() {
        int start = at;
        return switch (text.charAt(at)) {
            case '(' -> group();
            case '[' -> {
                at = endOfClass(at);
                yield atom(start);
            }
            case '\\' -> escaped();
            default -> {
                at += Character.charCount(text.codePointAt(at));
                yield atom(start);
            }
        };
    }

    private Part group() {
        at++;
        boolean looks = false;
        if (text.startsWith("?", at)) {
            looks = text.startsWith("?=", at)
                    || text.startsWith("?!", at)
                    || text.startsWith("?<=", at)
                    || text.startsWith("?<!", at);
            if (!looks && !text.startsWith("?:", at) && !text.startsWith("?>", at) && !text.startsWith("?<", at)) {
                int end = at;
                while (text.charAt(end) != ')' && text.charAt(end) != ':') {
                    comments |= text.charAt(end) == 'x';
                    end++;
                }
                at = end;
                if (text.charAt(end) == ')') {
                    at++;
                    return new Sequence(List.of());
                }
            }
            at = opened(looks);
        }
        var inside = choice();
        if (text.charAt(at) != ')') {
            throw new IndexOutOfBoundsException("not closed");
        }
        at++;
        if (looks) {
            aside.add(inside);
            return new Sequence(List.of());
        }
        return inside;
    }

    /** Where the inside of a group begins that begins with a question mark. */
    private int opened(boolean looks) {
        if (text.charAt(at) == ':') {
            return at + 1;
        }
        if (looks) {
            return at + (text.charAt(at + 1) == '<' ? 3 : 2);
        }
        return text.startsWith("?<", at) ? text.indexOf('>', at) + 1 : at + 2;
    }

    private Part escaped() {
        int start = at;
        char kind = text.charAt(at + 1);
        if (kind == 'Q') {
            int end = text.indexOf("\\E", at);
            var literal = text.substring(at + 2, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 2;
            return new Sequence(literal.codePoints()
                    .mapToObj(one -> (Part) new Atom(samples.taking("\\x{" + Integer.toHexString(one) + "}", flags)))
                    .toList());
        }
        if (OF_NO_LENGTH.indexOf(kind) >= 0) {
            at += 2;
            return new Sequence(List.of());
        }
        at += 2;
        if (WITH_BRACES.indexOf(kind) >= 0 && more() && text.charAt(at) == '{') {
            at = text.indexOf('}', at) + 1;
        } else if (kind == 'k') {
            at = text.indexOf('>', at) + 1;
        } else if (kind == 'p' || kind == 'P' || kind == 'c') {
            at++;
        } else if (kind == 'x') {
            at += 2;
        } else if (kind == 'u') {
            at += 4;
        }
        boolean again = kind == 'k' || (kind >= '1' && kind <= '9');
        return again || kind == 'R' || kind == 'X' ? new Atom(samples.all()) : atom(start);
    }

    private int endOfClass(int from) {
        int end = from + 1;
        if (text.charAt(end) == '^') {
            end++;
        }
        boolean first = true;
        while (first || text.charAt(end) != ']') {
            first = false;
            if (text.charAt(end) == '\\') {
                end += 2;
            } else if (text.charAt(end) == '[') {
                end = endOfClass(end);
            } else {
                end++;
            }
        }
        return end + 1;
    }

    private Part atom(int start) {
        return new Atom(samples.taking(text.substring(start, at), flags));
    }

    private Part repeated(Part part) {
        Part whole = part;
        while (more() && QUANTIFIERS.indexOf(text.charAt(at)) >= 0) {
            char sign = text.charAt(at);
            int least = sign == '+' ? 1 : 0;
            int most = sign == '?' ? 1 : ENDLESS;
            if (sign == '{') {
                int end = text.indexOf('}', at);
                var bounds = text.substring(at + 1, end).split(",", 2);
                least = Integer.parseInt(bounds[0].strip());
                most = bounds.length == 1 ? least : bounds[1].isBlank() ? ENDLESS : Integer.parseInt(bounds[1].strip());
                at = end;
            }
            at++;
            if (more() && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
                at++;
            }
            whole = new Repeated(whole, least, most);
        }
        return whole;
    }

    private boolean more() {
        return at < text.length();
    }
}
