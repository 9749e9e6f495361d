package com.qliento.ruleset;

import com.qliento.problem.Problem;
import com.qliento.rules.DecisionModel;
import com.qliento.rules.DecisionProblem;
import com.qliento.rules.Decisions;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Where tables are compiled and checked for their authors: half of the processors at most, in the order of asking, so that
 * customers are answered whatever anybody writes. What flows decide by is not compiled here.
 */
@Component
class Workbench {

    private static final int LONGEST_WAIT_SECONDS = 20;

    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final Decisions decisions;

    Workbench(Decisions decisions) {
        this.decisions = decisions;
    }

    /** As {@link Decisions#name(byte[])}: that takes no time. */
    String name(byte[] dmn) {
        return decisions.name(dmn);
    }

    /** As {@link Decisions#check(byte[])}. */
    List<DecisionProblem> check(byte[] dmn) {
        return at(() -> decisions.check(dmn));
    }

    /** As {@link Decisions#compile(byte[])}. */
    DecisionModel compile(byte[] dmn) {
        return at(() -> decisions.compile(dmn));
    }

    /** Does the work as soon as there is a place; throws {@link Problem} {@code decisions-busy} when there is none for long. */
    <T> T at(Supplier<T> work) {
        boolean place = false;
        try {
            place = places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!place) {
                throw new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "decisions-busy",
                        "Many decisions are being checked",
                        "Too many large decisions are being checked at once. Try again in a minute; nothing was changed.");
            }
            return work.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to check a decision", stopping);
        } finally {
            if (place) {
                places.release();
            }
        }
    }
}
