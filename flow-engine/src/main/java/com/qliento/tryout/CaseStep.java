package com.qliento.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of a test case: what the customer or another system does, or what the flow is expected to reply.
 *
 * @param text what is written, the title of what is tapped, the name of a file, the time to skip (ISO 8601), what
 *     another system answers (JSON), or the pattern of a reply, see {@link ReplyPattern}
 * @param choice the id of what is tapped, for when nothing of this title is offered; of an answer the exit that a call
 *     takes which fails, see {@link CallAnswer#EXITS}
 * @param media what is attached, in lower case
 * @param options the titles of the buttons or rows that a reply must have; empty when they do not matter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CaseStep(
        Kind kind,
        String text,
        @Nullable String choice,
        @Nullable String media,
        List<String> options) {

    private static final int LONGEST = 5_000;
    private static final int MOST_OPTIONS = 20;

    /** What a step is. */
    public enum Kind {
        /** The customer writes. */
        SAY,
        /** The customer taps. */
        TAP,
        /** The customer attaches a file. */
        MEDIA,
        /** Time passes. */
        SKIP,
        /** Another system answers. */
        ANSWER,
        /** The flow replies. */
        REPLY
    }

    public CaseStep {
        if (kind == null) {
            throw Problem.invalid("kind", "Each step has a 'kind': SAY, TAP, MEDIA, SKIP, ANSWER or REPLY.");
        }
        text = KeptText.of(Objects.requireNonNullElse(text, ""));
        choice = KeptText.ofAny(choice);
        media = KeptText.ofAny(media);
        options = options == null
                ? List.of()
                : options.stream().filter(Objects::nonNull).map(KeptText::of).toList();
        if (text.length() > LONGEST || options.size() > MOST_OPTIONS) {
            throw Problem.invalid(
                    "steps", "A step has at most " + LONGEST + " characters and " + MOST_OPTIONS + " options.");
        }
        if (kind == Kind.SKIP) {
            duration(text);
        } else if (kind == Kind.ANSWER) {
            var unused = new CallAnswer(choice, text); // refuses what is none
        }
    }

    /** The customer writes this. */
    public static CaseStep say(String text) {
        return new CaseStep(Kind.SAY, text, null, null, List.of());
    }

    /** Another system answers so, or fails. */
    public static CaseStep answer(CallAnswer answer) {
        return new CaseStep(Kind.ANSWER, answer.body(), answer.exit(), null, List.of());
    }

    /** The flow replies like this. */
    public static CaseStep reply(String pattern, List<String> options) {
        return new CaseStep(Kind.REPLY, pattern, null, null, options);
    }

    /** Plays the step; nothing for a reply. */
    void play(Play play) {
        var now = play.state().now();
        switch (kind) {
            case SAY -> play.hears(new Line.Wrote(now, text, null, null));
            case TAP ->
                play.hears(new Line.Wrote(
                        now, text, play.offered(text).orElse(Objects.requireNonNullElse(choice, text)), null));
            case MEDIA -> play.hears(new Line.Wrote(now, text, null, kindOf(media)));
            case SKIP -> play.skips(duration(text));
            case ANSWER -> play.answers(new CallAnswer(choice, text));
            case REPLY -> {}
        }
    }

    private static MediaKind kindOf(@Nullable String media) {
        try {
            return MediaKind.valueOf(
                    Objects.requireNonNullElse(media, "document").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException other) {
            return MediaKind.DOCUMENT;
        }
    }

    private static Duration duration(String text) {
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(Duration.ofDays(366)) <= 0) {
                return duration;
            }
        } catch (DateTimeException none) {
            // said below
        }
        throw Problem.invalid("steps", "A step SKIP has a time of at most a year such as PT2H or P1D.");
    }

    @Override
    public String toString() {
        return "CaseStep[" + kind + "]";
    }
}
