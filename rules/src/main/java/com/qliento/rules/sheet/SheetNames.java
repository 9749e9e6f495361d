package com.qliento.rules.sheet;

import com.qliento.rules.feel.Expressions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that FEEL can read, made of headings that people can read. */
final class SheetNames {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern BEGINNING = Pattern.compile("^[\\p{M}\\p{N}_]+");
    private static final int LONGEST = 100;

    private final Expressions expressions = new Expressions();
    private final Set<String> used = new HashSet<>();

    /** A name for this heading that none had yet. */
    String of(String heading, String otherwise) {
        String words = NOT_IN_NAMES.matcher(heading).replaceAll(" ").strip();
        words = BEGINNING.matcher(words).replaceFirst("").strip();
        if (words.length() > LONGEST) {
            words = words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST) - 1))
                    .strip();
        }
        if (!words.codePoints().allMatch(letter -> Character.isBmpCodePoint(letter))) {
            words = "";
        }
        String name = readable(words.isEmpty() ? otherwise : words);
        String free = name;
        for (int i = 2; !used.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + " " + i;
        }
        return free;
    }

    void use(String name) {
        used.add(name.toLowerCase(Locale.ROOT));
    }

    /** Words of FEEL inside of a name, such as {@code terms and conditions}, would be read as FEEL. */
    private String readable(String name) {
        for (String word : name.stripTrailing().split(" ", -1)) {
            if (expressions.check(word, Set.of(word)).stream().anyMatch(problem -> true)
                    || Set.of("and", "or", "in", "if", "then", "else", "between", "for", "return", "null", "item")
                            .contains(word)) {
                return name.replace(' ', '_').concat(name.indexOf(' ') < 0 ? "_" : "");
            }
        }
        return name;
    }

    /** Whether this is a name alone, that input data could have. */
    static boolean plain(String expression) {
        return !expression.isEmpty()
                && NOT_IN_NAMES
                        .matcher(expression.replace(" ", ""))
                        .replaceAll("")
                        .equals(expression.replace(" ", ""))
                && !BEGINNING.matcher(expression).find();
    }
}
