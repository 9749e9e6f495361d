package com.qliento.tryout;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The tries that go on at this node. What a node leaves behind when it dies, any node takes away later. */
@Component
public class Tryouts {

    private static final ProblemType TOO_MANY_TRIES =
            new ProblemType(ProblemKind.CONFLICT, "too-many-tries", "Too many tries");

    /** At once, for one organisation on one node. */
    static final int MOST = 20;

    private static final Duration LEFT_OVER = Tryout.LONGEST.plus(Duration.ofMinutes(15));
    private static final Logger LOG = LoggerFactory.getLogger(Tryouts.class);

    private final Stage stage;
    private final Clock clock;
    private final Map<UUID, Tryout> open = new ConcurrentHashMap<>();

    Tryouts(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    /**
     * Begins to try the draft of a flow as this customer, for somebody who may edit flows.
     *
     * @throws Problem when the flow has errors (it carries them as {@code problems}), or too many tries go on
     */
    public Tryout open(Actor actor, String flowKey, Persona persona) {
        return open(actor, persona, () -> stage.set(actor, flowKey));
    }

    /** Begins to try a file that is no flow of the organisation, such as a sample; as {@link #open} else. */
    public Tryout preview(Actor actor, String name, byte[] bpmn) {
        return open(actor, Persona.samples().get(0), () -> stage.set(actor, name, bpmn, clock.instant()));
    }

    private Tryout open(Actor actor, Persona persona, Supplier<Stage.Piece> set) {
        actor.require(Permission.BUILD);
        var going = open.values().stream()
                .filter(one -> one.actor().organisation().equals(actor.organisation()))
                .count();
        if (going >= MOST) {
            throw TOO_MANY_TRIES
                    .because("Your organisation tries " + MOST
                            + " flows at this moment, which is the most. Close a phone that"
                            + " nobody uses, or wait: each closes by itself after 15 minutes.")
                    .with("most", MOST);
        }
        var piece = set.get();
        var tryout =
                new Tryout(stage, actor, piece, persona, new Tryout.Desk(clock, closed -> open.remove(closed.id())));
        open.put(tryout.id(), tryout);
        return tryout;
    }

    /** Closes what nobody uses any more. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void closeLeft() {
        var now = clock.instant();
        open.values().stream().filter(one -> one.left(now)).forEach(Tryouts::close);
    }

    /** Takes away what nodes left behind that died. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void clearLeftOvers() {
        try {
            for (var deployment : stage.olderThan(clock.instant().minus(LEFT_OVER))) {
                stage.clear(deployment);
            }
        } catch (RuntimeException away) {
            LOG.warn(
                    "What tries left behind can't be taken away now: {}",
                    away.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void closeAll() {
        List.copyOf(open.values()).forEach(Tryouts::close);
    }

    private static void close(Tryout tryout) {
        try {
            tryout.close();
        } catch (RuntimeException away) {
            LOG.warn("A try can't be taken away now: {}", away.getClass().getSimpleName());
        }
    }
}
