package com.qliento.samples;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a script. */
@FunctionalInterface
interface Step {

    void play(Chat chat);

    /** The step of this field; {@link IllegalArgumentException} when there is none such or it can't have this value. */
    static Step of(String field, @Nullable Object value) {
        return switch (field) {
            case "says" -> {
                String text = text(field, value);
                yield chat -> chat.says(text);
            }
            case "taps" -> {
                String title = text(field, value);
                yield chat -> chat.taps(title);
            }
            case "expects" -> {
                String text = text(field, value);
                yield chat -> chat.expects(text);
            }
            case "calls" -> {
                var values = values(field, value);
                yield chat -> chat.isBegunFor(values);
            }
            case "answers" -> {
                values(field, value);
                yield chat -> {
                    // Here another system does so itself; a flow that is only tried is told what it would say.
                };
            }
            case "clock" -> {
                Duration duration = Duration.parse(text(field, value));
                yield chat -> chat.passes(duration);
            }
            case "silent" -> {
                onlyTrue(field, value);
                yield Chat::silent;
            }
            case "ends" -> {
                onlyTrue(field, value);
                yield Chat::ends;
            }
            default -> throw new IllegalArgumentException("no step is called '" + field + "'");
        };
    }

    public static String text(String field, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("'" + field + "' is a text");
    }

    private static Map<?, ?> values(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> values) {
            return values;
        }
        throw new IllegalArgumentException("'" + field + "' has names and values");
    }

    private static void onlyTrue(String field, @Nullable Object value) {
        if (!Boolean.TRUE.equals(value)) {
            throw new IllegalArgumentException("'" + field + "' is true or left out");
        }
    }
}
