package com.qliento.conversation;

import com.qliento.conversation.customer.NoUsableAddress;
import com.qliento.conversation.failure.DatabaseTrouble;
import com.qliento.conversation.limit.LimitReached;
import com.qliento.inbox.HandledElsewhere;
import com.qliento.inbox.Inbox;
import com.qliento.inbox.Lane;
import com.qliento.inbox.LaneHandler;
import com.qliento.inbox.LaneProgress;
import com.qliento.problem.Redacted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a lane its turn: one step in one transaction. What fails is told to the inbox, which tries again or parks it. */
@Component
class ConversationLanes implements LaneHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationLanes.class);
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final StepRunner runner;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Timer stepTime;

    /** Messages that an earlier process left and this one began: each counts once for a process, however often it is tried. */
    private final Set<UUID> noted = ConcurrentHashMap.newKeySet();

    ConversationLanes(
            StepRunner runner,
            Inbox inbox,
            PlatformTransactionManager transactionManager,
            Clock clock,
            MeterRegistry metrics) {
        this.runner = runner;
        this.inbox = inbox;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
        this.stepTime = Timer.builder("qliento.step")
                .description("one step of a conversation, from lock to commit")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public LaneProgress handle(Lane lane) {
        var progress = new StepProgress(noted);
        long start = System.nanoTime();
        try {
            var next = step(lane, progress);
            if (progress.message() != null) {
                stepTime.record(Duration.ofNanos(System.nanoTime() - start));
            }
            return next == null ? LaneProgress.idle() : next;
        } catch (HandledElsewhere | OptimisticLockingException raced) {
            // A timer or another node was quicker; nothing happened here.
            return LaneProgress.later(clock.instant().plusMillis(20));
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException away) {
            LOG.warn("The database is not at hand: {}", away.getClass().getSimpleName());
            return LaneProgress.later(clock.instant().plus(AWAY));
        } catch (NoUsableAddress unanswerable) {
            return unanswerable(lane, progress, unanswerable);
        } catch (UnreadableMessage unreadable) {
            inbox.park(lane, unreadable.message(), String.valueOf(unreadable.getMessage()));
            return LaneProgress.more();
        } catch (RuntimeException | Error failed) {
            return failed(lane, progress, failed);
        }
    }

    /** What an earlier process left may be what ended it: that it is begun once more is noted before. */
    private @Nullable LaneProgress step(Lane lane, StepProgress progress) {
        var next = transactions.execute(status -> runner.run(lane, progress));
        var left = progress.left();
        if (left == null) {
            return next;
        }
        if (!inbox.begins(lane, left)) {
            return LaneProgress.more();
        }
        noted.add(left);
        next = transactions.execute(status -> runner.run(lane, progress));
        if (next != null && next.notBefore() == null) {
            noted.remove(left);
        }
        return next;
    }

    private LaneProgress unanswerable(Lane lane, StepProgress progress, NoUsableAddress unanswerable) {
        var message = unanswerable.message() != null ? unanswerable.message() : progress.message();
        if (message == null) {
            return LaneProgress.idle();
        }
        LOG.warn("Message {} is parked: {}", message, NoUsableAddress.REASON);
        inbox.park(lane, message, NoUsableAddress.REASON);
        return LaneProgress.more();
    }

    private LaneProgress failed(Lane lane, StepProgress progress, Throwable failed) {
        if (DatabaseTrouble.isBehind(failed)) {
            return LaneProgress.later(clock.instant().plus(AWAY));
        }
        var message = progress.message();
        var limit = LimitReached.reasonOf(failed);
        var reason = limit.map(reached -> progress.place() + ": " + reached.words())
                .orElseGet(() -> failed.getClass().getSimpleName() + " in " + progress.place());
        LOG.error("A step failed: {}", reason, Redacted.of(failed));
        if (message == null) {
            return LaneProgress.idle();
        }
        if (limit.filter(LimitReached.Reason::lasting).isPresent() && !progress.isAtResult()) {
            inbox.park(lane, message, reason); // trying again would come to the same
            return LaneProgress.more();
        }
        return progress.isAtResult() && inbox.isExhausted(lane, message)
                ? givenUp(lane, message, reason)
                : inbox.failed(lane, message, reason);
    }

    /** A flow never waits for a result that can't be taken. */
    private LaneProgress givenUp(Lane lane, UUID result, String reason) {
        try {
            transactions.executeWithoutResult(status -> runner.giveUp(lane, result));
            return LaneProgress.more();
        } catch (RuntimeException | Error notYet) {
            LOG.warn(
                    "A flow that can't take a result can't be ended yet: {}",
                    notYet.getClass().getSimpleName());
            return inbox.failed(lane, result, reason);
        }
    }
}
