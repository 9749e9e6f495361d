package com.qliento.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Slice;
import com.qliento.vault.Unreadable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** What was sent to endpoints, and what somebody wants to have sent now; else {@link Problem}: forbidden, missing. */
@Component
public class WebhookDeliveries {

    private static final Set<String> KINDS = Set.of(WebhookCallee.KIND, PressedCallee.KIND);

    /** The type of a test. */
    public static final String TEST = "webhook.test";

    /** So many are shown to people. */
    public static final int LISTED = 1_000;

    private static final ProblemType OFF =
            new ProblemType(ProblemKind.CONFLICT, "webhook-off", "The endpoint is switched off");

    private final WebhookEndpoints endpoints;
    private final DeliveryStore store;
    private final DeliveryQueue queue;
    private final Writing writing;
    private final Clock clock;

    /** Where rows are written, and as whose. */
    @Component
    record Writing(OrganisationScope scope, JdbcOperations jdbc) {}

    WebhookDeliveries(
            WebhookEndpoints endpoints, DeliveryStore store, DeliveryQueue queue, Writing writing, Clock clock) {
        this.endpoints = endpoints;
        this.store = store;
        this.queue = queue;
        this.writing = writing;
        this.clock = clock;
    }

    /** Whether calls of this kind are deliveries. */
    public static boolean areOf(String kind) {
        return KINDS.contains(kind);
    }

    /** What was sent, newest first, after this one (null begins). */
    public List<WebhookDelivery> page(Actor actor, UUID endpoint, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        endpoints.get(actor, endpoint);
        return writing.scope().in(actor.organisation(), () -> store.page(actor.organisation(), endpoint, after, size));
    }

    /** How many were sent, or wait: of many the latest {@link #LISTED}. */
    public int count(Actor actor, UUID endpoint) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return writing.scope().in(actor.organisation(), () -> store.count(actor.organisation(), endpoint, LISTED));
    }

    /** Some of these, newest first. */
    public List<WebhookDelivery> slice(Actor actor, UUID endpoint, Slice slice) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return writing.scope().in(actor.organisation(), () -> store.slice(actor.organisation(), endpoint, slice));
    }

    /** Sends something that says nothing, once, also to an endpoint that is off; gives the delivery as it waits. */
    public WebhookDelivery test(Actor actor, UUID endpoint) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var organisation = actor.organisation();
        var to = endpoints.get(actor, endpoint);
        var now = clock.instant();
        var facts = JsonNodeFactory.instance.objectNode().put("webhook", endpoint.toString());
        var nothing = JsonNodeFactory.instance.objectNode();
        return add(
                organisation,
                to,
                new DeliveryQueue.Event(
                        TimeOrderedId.at(now),
                        TEST,
                        null,
                        now,
                        EventBody.of(TEST, now, facts, nothing),
                        DeliveryQueue.Haste.ONCE));
    }

    /**
     * Sends once more what was sent, as it was, with the same {@code webhook-id}: whoever takes it may know it already.
     * Throws {@link Problem} (missing) when it is kept no more.
     */
    public WebhookDelivery replay(Actor actor, UUID endpoint, UUID delivery) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var organisation = actor.organisation();
        var to = endpoints.get(actor, endpoint);
        if (!to.enabled()) {
            throw OFF.because("Nothing is sent to an endpoint that is off. Switch it on first.");
        }
        var kept = writing.scope()
                .in(organisation, () -> store.kept(organisation, endpoint, delivery))
                .orElseThrow(() -> Problem.notFound("delivery", delivery));
        try {
            var body = queue.opened(organisation, kept.id(), kept.body());
            return add(
                    organisation,
                    to,
                    new DeliveryQueue.Event(
                            kept.event(),
                            kept.type(),
                            kept.contact(),
                            kept.happenedAt(),
                            body,
                            kept.type().equals(TEST) ? DeliveryQueue.Haste.ONCE : DeliveryQueue.Haste.NOW));
        } catch (Unreadable erased) {
            throw Problem.notFound(
                    "What was sent can't be read any more: whom it is about was erased, or its time is" + " over.");
        }
    }

    private WebhookDelivery add(OrganisationId organisation, WebhookEndpoint to, DeliveryQueue.Event event) {
        return writing.scope().in(organisation, () -> {
            var trip = new RoundTrip();
            var id = queue.add(trip, organisation, new Listening.Ear(to.id(), to.server(), false), event);
            trip.run(writing.jdbc());
            return store.find(organisation, id).orElseThrow();
        });
    }
}
