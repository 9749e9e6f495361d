package com.qliento.consent;

import com.qliento.problem.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a program says of a consent; throws {@link Problem} (invalid) for what can't be used. */
final class ConsentFields {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final int LONGEST_WORDING = 10_000;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_EVIDENCE = 20;

    private ConsentFields() {}

    static Set<Purpose> purposes(@Nullable Set<String> codes) {
        var purposes = new HashSet<Purpose>();
        if (codes != null) {
            for (var code : codes) {
                purposes.add(purpose("purposes", code));
            }
        }
        if (purposes.isEmpty()) {
            throw Problem.invalid("purposes", "Say for what: " + codes() + ".");
        }
        return purposes;
    }

    static Purpose purpose(String field, @Nullable String code) {
        return Purpose.of(code == null ? "" : code)
                .orElseThrow(() -> Problem.invalid(field, "A purpose is one of " + codes() + "."));
    }

    private static String codes() {
        return Arrays.stream(Purpose.values())
                .map(purpose -> "'" + purpose.code() + "'")
                .collect(Collectors.joining(", "));
    }

    /** Given unless it says otherwise. What is taken back has a way of its own, and time alone lets something expire. */
    static ConsentEvent event(@Nullable String code) {
        return switch (code == null ? "given" : code) {
            case "given" -> ConsentEvent.GIVEN;
            case "refused" -> ConsentEvent.REFUSED;
            case "requested" -> ConsentEvent.REQUESTED;
            default ->
                throw Problem.invalid(
                        "event", "It is 'given', 'refused' or 'requested'; what is taken back goes to /withdrawal.");
        };
    }

    static ConsentStatement.@Nullable Shown shown(ConsentApi.NewConsent wanted) {
        var shown = new ConsentStatement.Shown(
                atMost("wording", wanted.wording(), LONGEST_WORDING),
                like("language", wanted.language(), LANGUAGE, "A language is a tag such as 'es' or 'pt-BR'."),
                atMost("noticeId", wanted.noticeId(), LONGEST_LINE),
                atMost("noticeVersion", wanted.noticeVersion(), LONGEST_LINE),
                like(
                        "jurisdiction",
                        wanted.jurisdiction(),
                        COUNTRY,
                        "A jurisdiction is a country's code such as 'ES'."));
        return shown.equals(new ConsentStatement.Shown(null, null, null, null, null)) ? null : shown;
    }

    static String channel(@Nullable String channel, String usual) {
        var word = like(
                "channel", channel, WORD, "A channel is a word such as 'web-form': small letters, digits, hyphens.");
        return word == null ? usual : word;
    }

    static Map<String, String> evidence(@Nullable Map<String, String> evidence) {
        if (evidence == null) {
            return Map.of();
        }
        boolean fine = evidence.size() <= MOST_EVIDENCE
                && evidence.entrySet().stream()
                        .allMatch(one -> one.getValue() != null
                                && one.getKey().length() <= LONGEST_LINE
                                && one.getValue().length() <= LONGEST_LINE);
        if (!fine) {
            throw Problem.invalid(
                    "evidence",
                    "At most " + MOST_EVIDENCE + " texts by name, each of " + LONGEST_LINE + " characters.");
        }
        return evidence;
    }

    private static @Nullable String like(String field, @Nullable String value, Pattern pattern, String help) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Problem.invalid(field, help);
        }
        return value;
    }

    private static @Nullable String atMost(String field, @Nullable String value, int most) {
        if (value != null && (value.isBlank() || value.length() > most)) {
            throw Problem.invalid(field, "It has 1 to " + most + " characters. Leave it out if there is none.");
        }
        return value;
    }
}
