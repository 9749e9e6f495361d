package com.qliento.ui.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.bpmn.FlowProblem;
import com.qliento.flow.FlowFigures;
import com.qliento.flow.FlowReview;
import com.qliento.flow.Flows;
import com.qliento.flow.ShelvedFlow;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * What the list shows of flows that takes time to find out: pictures, errors, figures. Found out beside the screens'
 * threads; pictures and errors are kept for a while, since what a flow starts may change without it.
 */
@Component
class FlowFaces {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int THREADS = 2;

    /**
     * A flow's drawing in short.
     *
     * @param picture as SVG
     * @param errors that keep it from being published
     */
    record Face(String picture, long errors) {}

    private record Key(OrganisationId organisation, String flow, Instant draftAt) {}

    private final Flows flows;
    private final FlowReview review;
    private final FlowFigures figures;
    private final Cache<Key, Face> faces =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(KEPT).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "flow-faces");
        thread.setDaemon(true);
        return thread;
    });

    FlowFaces(Flows flows, FlowReview review, FlowFigures figures) {
        this.flows = flows;
        this.review = review;
        this.figures = figures;
    }

    /** The faces of these, by key; at once when all are known. One that was deleted meanwhile is left out. */
    CompletableFuture<Map<String, Face>> of(Actor actor, List<ShelvedFlow> flows) {
        actor.require(Permission.LOOK_ON);
        var known = new HashMap<String, Face>();
        for (var flow : flows) {
            var face = faces.getIfPresent(key(actor, flow));
            if (face != null) {
                known.put(flow.key(), face);
            }
        }
        return known.size() == flows.size()
                ? CompletableFuture.completedFuture(known)
                : CompletableFuture.supplyAsync(() -> all(actor, flows), threads);
    }

    private Map<String, Face> all(Actor actor, List<ShelvedFlow> flows) {
        var all = new HashMap<String, Face>();
        for (var flow : flows) {
            try {
                all.put(flow.key(), faces.get(key(actor, flow), unknown -> face(actor, flow)));
            } catch (Problem deleted) {
                // its card goes with the next look at the list
            }
        }
        return all;
    }

    private static Key key(Actor actor, ShelvedFlow flow) {
        return new Key(actor.organisation(), flow.key(), flow.draftAt());
    }

    private Face face(Actor actor, ShelvedFlow flow) {
        var bpmn = flows.get(actor, flow.key()).content();
        var errors = review.check(actor, flow.key(), bpmn, Locale.ENGLISH).stream()
                .filter(FlowProblem::error)
                .count();
        return new Face(FlowPicture.of(bpmn), errors);
    }

    /** How much each flow is used, by its key. */
    CompletableFuture<Map<String, FlowFigures.Use>> use(Actor actor) {
        return CompletableFuture.supplyAsync(() -> figures.use(actor), threads);
    }

    /** Does it when the answer comes, on this screen's thread; at once when it is there. */
    static <T> void later(CompletableFuture<T> answer, SerializableConsumer<T> does) {
        if (answer.isDone() && !answer.isCompletedExceptionally()) {
            does.accept(answer.join());
        } else {
            var ui = UI.getCurrent();
            var unused = answer.thenAccept(found -> {
                var unusedToo = ui.access(() -> does.accept(found));
            });
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
