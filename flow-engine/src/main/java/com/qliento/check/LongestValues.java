package com.qliento.check;

import com.qliento.block.Choice;
import com.qliento.block.ParameterKind;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.Repair;
import com.qliento.rules.feel.TextTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a value can be that a text has in it, as far as the flow bounds it. What a customer types freely has as many
 * characters as WhatsApp lets them type; a condition on {@code string length(answer)} bounds it.
 */
final class LongestValues {

    /** The longest message WhatsApp delivers. */
    static final int MESSAGE = 4096;

    private static final int NUMBER = 20;
    private static final int FIELD = 100;
    private static final int SHORTEST_LIMIT = 10;
    private static final Map<String, Integer> ALWAYS = Map.of(
            "answer",
            MESSAGE,
            "contact",
            FIELD,
            "contact.name",
            FIELD,
            "contact.language",
            10,
            "choice",
            102,
            "now",
            35,
            "today",
            10);
    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern LENGTH = Pattern.compile("string length\\(\\s*answer\\s*\\)\\s*(<=?)\\s*(\\d{1,6})");
    private static final Pattern PATTERN = Pattern.compile("matches\\(\\s*answer\\s*,\\s*\"\\^([^\"]*)\\$\"");
    private static final Pattern CHARACTER = Pattern.compile(
            "(?:\\[[^\\]\\\\]+\\]|\\\\.|[^\\\\\\[\\](){}*+?|.^$])(?:\\?|\\{(\\d{1,4})(?:,(\\d{1,4}))?\\})?");
    private static final Pattern PIECE = Pattern.compile("substring\\([^()]*,[^(),]*,\\s*(\\d{1,6})\\s*\\)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern CALCULATED = Pattern.compile(
            "[*/]|\\d\\s*[-+]|[-+]\\s*\\d|\\b(?:number|count|sum|floor|ceiling|round \\w+|string length)\\(");

    private final FlowLanguage language;
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, Place> unbounded = new HashMap<>();

    /** Where a condition on an answer would be written. */
    private record Place(String element, String setting) {

        static final Place NONE = new Place("", "");
    }

    LongestValues(FlowModel flow, FlowLanguage language) {
        this.language = language;
        flow.blocks().values().forEach(this::answer);
        flow.blocks().values().forEach(this::computed);
    }

    /** How long what is inserted can be, in characters. */
    int longest(TextTemplate.Insert insert) {
        return longest(insert.feel(), insert.names());
    }

    /** What keeps this value within the room there is: a condition on the one answer it is, when that has none yet. */
    @Nullable
    Repair limit(TextTemplate.Insert insert, int room) {
        Place place = unbounded.get(insert.feel());
        if (place == null || place.equals(Place.NONE) || room < SHORTEST_LIMIT) {
            return null;
        }
        int round = Set.of(1000, 500, 200, 100, 50, 20).stream()
                .mapToInt(Integer::intValue)
                .filter(most -> most <= room)
                .max()
                .orElse(SHORTEST_LIMIT);
        return Repair.set(place.element(), place.setting(), "string length(answer) <= " + round);
    }

    private void answer(BlockNode node) {
        String name = node.keeps();
        if (node.block().asks() && !name.isEmpty()) {
            named.merge(name, ofAnswer(node), Math::max);
            if (node.values(ParameterKind.FEEL).isEmpty()) {
                // an answer that is asked for in two places has no one place to bound it
                node.block()
                        .parameters(ParameterKind.FEEL)
                        .forEach(condition -> unbounded.merge(
                                name, new Place(node.elementId(), condition.name()), (first, second) -> Place.NONE));
            }
        }
    }

    private void computed(BlockNode node) {
        if (!node.block().asks() && !node.keeps().isEmpty()) {
            node.values(ParameterKind.FEEL)
                    .forEach(value -> named.merge(node.keeps(), longest(value, language.names(value)), Math::max));
        }
    }

    private static int ofAnswer(BlockNode node) {
        List<Choice> choices = node.choices();
        if (!choices.isEmpty()) {
            return choices.stream()
                    .map(Choice::title)
                    .mapToInt(title -> title.codePointCount(0, title.length()))
                    .max()
                    .orElse(MESSAGE);
        }
        String valid = String.join(" and ", node.values(ParameterKind.FEEL));
        return valid.contains(" or ") ? MESSAGE : bounded(valid);
    }

    private static int bounded(String valid) {
        Matcher length = LENGTH.matcher(valid);
        if (length.find()) {
            return Integer.parseInt(length.group(2)) - (length.group(1).equals("<") ? 1 : 0);
        }
        Matcher pattern = PATTERN.matcher(valid);
        if (pattern.find()) {
            return ofPattern(pattern.group(1));
        }
        return valid.contains("number(") ? NUMBER : MESSAGE;
    }

    /** Of a pattern that only counts characters, such as {@code [0-9]{1,3}}; any other may match any length. */
    private static int ofPattern(String pattern) {
        Matcher character = CHARACTER.matcher(pattern);
        int length = 0;
        int end = 0;
        while (character.find() && character.start() == end) {
            end = character.end();
            String times = character.group(2) != null ? character.group(2) : character.group(1);
            length += times == null ? 1 : Integer.parseInt(times);
        }
        return end == pattern.length() ? length : MESSAGE;
    }

    private int longest(String feel, Set<String> names) {
        if (PATH.matcher(feel).matches()) {
            return ofName(feel);
        }
        Matcher piece = PIECE.matcher(feel);
        if (piece.matches()) {
            return Integer.parseInt(piece.group(1));
        }
        String plain = QUOTED.matcher(feel).replaceAll("");
        if (CALCULATED.matcher(plain).find() && plain.length() == feel.length()) {
            return NUMBER;
        }
        int literals = feel.length() - plain.length();
        return literals + names.stream().mapToInt(this::ofName).max().orElse(feel.length());
    }

    private int ofName(String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Integer known = ALWAYS.get(path);
        // a name nothing gives a value to is empty, and told elsewhere
        return known != null ? known : named.getOrDefault(first, ALWAYS.getOrDefault(first, 0));
    }
}
