package com.qliento.trigger;

import com.qliento.problem.ProblemKind;
import com.qliento.rest.ProblemStatus;
import com.qliento.run.Run;
import com.qliento.run.RunWaiters;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is answered to whoever called a trigger: that it was taken, or what its run answers. */
@Component
class HookAnswers {

    /** So long whoever wants a run's result is kept waiting; what comes later can be asked for by its id. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");

    private static final String NOBODY =
            "Nobody waits for this. It is kept, and a flow that comes to wait for it within a day is told.";

    private static final int TAKEN = 202;
    private static final int ENDED = 200;

    private final RunWaiters waiters;

    HookAnswers(RunWaiters waiters) {
        this.waiters = waiters;
    }

    /** What goes back over HTTP. */
    record Told(int status, Object body) {

        @Override
        public String toString() {
            return "Told[" + status + "]";
        }
    }

    /** What was taken: the delivery, and the wish that became of it. */
    record Taken(UUID id, @Nullable UUID start) {}

    /** What became of something that a flow may wait for: told, or nobody waits for it yet. */
    record Heard(UUID id, String outcome, @Nullable String detail) {}

    /** That the run of a delivery is over, without an answer: ended, failed or not-begun. */
    record Ended(UUID id, UUID start, String state) {}

    /** @param preferred the header {@code Prefer}: a caller may wait for less than the longest (RFC 7240) */
    CompletableFuture<Told> of(Hooks.Took took, @Nullable String preferred) {
        var delivery = took.delivery();
        if (took.trigger().tells()) {
            return CompletableFuture.completedFuture(new Told(TAKEN, heard(delivery)));
        }
        var taken = new Told(TAKEN, new Taken(delivery.id(), delivery.start()));
        var run = delivery.start();
        if (took.trigger().answers() != Trigger.Answers.RESULT || run == null) {
            return CompletableFuture.completedFuture(taken);
        }
        return waiters.await(took.organisation(), run, patience(preferred))
                .thenApply(came -> came == null ? taken : answer(came, delivery));
    }

    private static Heard heard(HookDelivery delivery) {
        boolean nobody = delivery.outcome().equals(HookDelivery.NOBODY_WAITS);
        return new Heard(delivery.id(), delivery.outcome(), nobody ? NOBODY : null);
    }

    /** What the run answered; one that ended without an answer, or failed, says so. */
    private static Told answer(Run run, HookDelivery delivery) {
        var answer = run.answer();
        if (answer != null) {
            return new Told(answer.status(), answer.value());
        }
        var ended = new Ended(delivery.id(), run.id(), run.state());
        return new Told(run.state().equals("ended") ? ENDED : ProblemStatus.of(ProblemKind.INVALID), ended);
    }

    /** By {@code Prefer: wait=SECONDS}. */
    private static Duration patience(@Nullable String preferred) {
        var wished = WAIT.matcher(preferred == null ? "" : preferred);
        if (wished.find()) {
            var seconds = Duration.ofSeconds(Integer.parseInt(wished.group(1)));
            return seconds.compareTo(LONGEST) < 0 ? seconds : LONGEST;
        }
        return LONGEST;
    }
}
