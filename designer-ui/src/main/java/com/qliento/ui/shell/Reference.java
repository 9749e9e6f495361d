package com.qliento.ui.shell;

import com.qliento.problem.Problem;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number that a person tells us when something failed. It leads to a line of the log that says where it failed, and
 * never with what: an exception's message may quote what a customer wrote.
 */
final class Reference {

    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EASILY_SAID = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final int OWN_STEPS = 6;
    private static final int MOST_CAUSES = 10;

    private Reference() {}

    /** Logs the failure under a new number. */
    static String of(Throwable failure) {
        var number = RANDOM.ints(LENGTH, 0, EASILY_SAID.length())
                .mapToObj(i -> EASILY_SAID.substring(i, i + 1))
                .collect(Collectors.joining());
        LOG.error("{}: {}", number, causes(failure).map(Reference::told).collect(Collectors.joining("; because of ")));
        return number;
    }

    /** The refusal that a failure comes from, or null when it is none. */
    static @Nullable Problem refusalIn(Throwable failure) {
        return causes(failure)
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES);
    }

    private static String told(Throwable cause) {
        var steps = cause.getStackTrace();
        var own = Arrays.stream(steps).filter(step -> step.getClassName().startsWith("com.qliento."));
        return cause.getClass().getName() + " at "
                + Stream.concat(Arrays.stream(steps).limit(1), own.limit(OWN_STEPS))
                        .distinct()
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
    }
}
