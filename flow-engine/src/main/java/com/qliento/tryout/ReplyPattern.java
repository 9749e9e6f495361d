package com.qliento.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a reply is expected to be like. Letter case and white space do not count; {@code *} stands for anything,
 * {@code {number}}, {@code {date}} and {@code {time}} for any of these. Takes time in proportion to the text.
 */
final class ReplyPattern {

    private static final Map<String, String> PLACES = Map.of(
            "{number}", "[-+]?\\d+(?:[.,]\\d+)*+",
            "{date}", "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})",
            "{time}", "\\d{1,2}:\\d{2}(?::\\d{2})?+");
    private static final Pattern PLACE = Pattern.compile("\\{(?:number|date|time)}");
    private static final Pattern ISO_DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private final List<Pattern> parts = new ArrayList<>();

    ReplyPattern(String pattern) {
        for (var part : normal(pattern).split("\\*", -1)) {
            parts.add(Pattern.compile(expression(part)));
        }
    }

    /** The pattern that this very reply fits, and the same on another day: dates may be others. */
    static String of(String reply) {
        return ISO_DATE.matcher(reply.replace("*", "")).replaceAll("{date}");
    }

    private static String expression(String part) {
        var expression = new StringBuilder();
        var place = PLACE.matcher(part);
        int done = 0;
        while (place.find()) {
            expression
                    .append(Pattern.quote(part.substring(done, place.start())))
                    .append(PLACES.get(place.group()));
            done = place.end();
        }
        return expression.append(Pattern.quote(part.substring(done))).toString();
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Whether the reply is like that. Each part is sought after the one before it. */
    boolean fits(String reply) {
        var text = normal(reply).replace("*", "");
        if (parts.size() == 1) {
            return parts.get(0).matcher(text).matches();
        }
        var first = parts.get(0).matcher(text);
        if (!first.lookingAt()) {
            return false;
        }
        int at = first.end();
        for (int i = 1; i < parts.size() - 1; i++) {
            var middle = parts.get(i).matcher(text);
            if (!middle.find(at)) {
                return false;
            }
            at = middle.end();
        }
        var last = Pattern.compile(parts.get(parts.size() - 1).pattern() + "$").matcher(text);
        return last.find(at);
    }
}
