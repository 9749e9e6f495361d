package com.qliento.schedule;

import com.qliento.block.FlowDuration;
import com.qliento.conversation.BlockParameters;
import com.qliento.rules.feel.Expression;
import com.qliento.rules.feel.TextTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a flow begins later, as its author set it. */
interface LaterTime {

    /** No sooner: a flow that begins itself anew would write without end. */
    Duration SOONEST = Duration.ofMinutes(1);

    /** The time for a step that happens now; empty when there is none, it has passed, or it is too far away. */
    Optional<Instant> at(ZonedDateTime now, Map<String, Object> values);

    /** Reads the settings; what is missing, the check has said. */
    static LaterTime of(BlockParameters parameters) {
        var time = read(parameters);
        return (now, values) -> time.at(now, values)
                .filter(at -> !at.isBefore(now.toInstant().plus(SOONEST))
                        && !at.isAfter(now.toInstant().plus(FlowDuration.LONGEST)));
    }

    private static LaterTime read(BlockParameters parameters) {
        return switch (parameters.text(LaterSettings.WHEN.name())) {
            case LaterSettings.TOMORROW -> tomorrow(parameters.requiredTemplate(LaterSettings.TIME.name()));
            case LaterSettings.AT -> feel(Objects.requireNonNull(parameters.expression(LaterSettings.FEEL.name())));
            default -> {
                var after = FlowDuration.parse(parameters.text(LaterSettings.DURATION.name()));
                yield (now, values) -> after.map(duration -> now.toInstant().plus(duration));
            }
        };
    }

    private static LaterTime tomorrow(TextTemplate time) {
        return (now, values) -> LaterSettings.time(time.render(values))
                .map(clock -> now.toLocalDate().plusDays(1).atTime(clock))
                .map(local -> CronLine.at(local, now.getZone()));
    }

    private static LaterTime feel(Expression expression) {
        return (now, values) -> Optional.ofNullable(instant(expression.evaluate(values), now));
    }

    private static @Nullable Instant instant(@Nullable Object value, ZonedDateTime now) {
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof LocalDateTime time ? CronLine.at(time, now.getZone()) : null;
    }
}
