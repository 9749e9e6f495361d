package com.qliento.webhook;

import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.connector.http.HttpThreads;
import com.qliento.database.RoundTrip;
import com.qliento.guard.Exchange;
import com.qliento.guard.Field;
import com.qliento.guard.GuardedClient;
import com.qliento.guard.RefusedAddress;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;

/**
 * Sends what waits for an endpoint, signed as it is sent. Only to the address that is kept: who may allow hosts has set it,
 * and that stands for the list of hosts; nothing within the machine or its network is reached, and where an endpoint sends
 * on is not followed.
 */
@Component
class WebhookCallee implements Callee {

    static final String KIND = "webhook";
    static final String ONCE = "once";

    private static final String ENDPOINT_GONE = "endpoint-gone";
    private static final String ENDPOINT_OFF = "endpoint-off";
    private static final String UNREADABLE = "unreadable";
    private static final String UNEXPECTED = "unexpected";
    private static final Set<String> NOT_ITS_FAULT = Set.of(ENDPOINT_GONE, ENDPOINT_OFF, UNREADABLE, UNEXPECTED);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final GuardedClient client;
    private final DeliveryStore store;
    private final OrganisationScope scope;
    private final Vault vault;
    private final Times times;
    /** Deliveries are read from the database. */
    private final ExecutorService preparing = HttpThreads.daemons("webhook-preparing", 4);

    /** When deliveries are made, and made again. */
    @Component
    record Times(Clock clock, RetrySpread spread) {}

    WebhookCallee(GuardedClient client, DeliveryStore store, OrganisationScope scope, Vault vault, Times times) {
        this.client = client;
        this.store = store;
        this.scope = scope;
        this.vault = vault;
        this.times = times;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        var made = new CompletableFuture<CallOutcome>();
        try {
            preparing.execute(() -> begin(call, made));
        } catch (RejectedExecutionException stopping) {
            made.completeExceptionally(stopping);
        }
        return made;
    }

    private void begin(Made call, CompletableFuture<CallOutcome> made) {
        if (made.isDone()) {
            return;
        }
        try {
            var found = scope.in(
                    call.organisation(),
                    () -> store.ready(
                            call.organisation(), call.id(), times.clock().instant()));
            if (found.isEmpty()) {
                made.complete(new CallOutcome.NotAllowed(ENDPOINT_GONE));
                return;
            }
            var ready = found.get();
            if (!ready.enabled() && !ready.type().equals(WebhookDeliveries.TEST)) {
                made.complete(new CallOutcome.NotAllowed(ENDPOINT_OFF));
                return;
            }
            send(call, ready, made);
        } catch (RefusedAddress refused) {
            made.complete(new CallOutcome.NotAllowed(refused.refusal().code()));
        } catch (Unreadable lost) {
            made.complete(CallOutcome.failed(UNREADABLE));
        } catch (RuntimeException away) {
            // A database is away, or there is a bug: nothing was sent, and it must not be lost.
            made.complete(new WebhookReply(attempt(call), times.clock(), times.spread()).again(UNEXPECTED));
        }
    }

    private void send(Made call, DeliveryStore.Ready ready, CompletableFuture<CallOutcome> made) throws RefusedAddress {
        var reply = client.send(exchange(call, ready));
        var unusedEnd = made.whenComplete((done, failed) -> reply.cancel(true));
        var reading = new WebhookReply(attempt(call), times.clock(), times.spread());
        var unused = reply.thenApply(came -> came.accept(reading)).whenComplete((outcome, failed) -> {
            if (failed == null) {
                made.complete(outcome);
            } else {
                made.completeExceptionally(failed);
            }
        });
    }

    private static int attempt(Made call) {
        return call.request().path(ONCE).asBoolean() ? WebhookReply.LAST : call.attempt();
    }

    private Exchange exchange(Made call, DeliveryStore.Ready ready) throws RefusedAddress {
        var organisation = call.organisation();
        var body = vault.open(organisation, DeliveryQueue.place(call.id()), Sealed.of(ready.body()));
        long seconds = times.clock().instant().getEpochSecond();
        var id = ready.event().toString();
        var signatures =
                new StringBuilder(secret(organisation, ready, ready.secret()).signature(id, seconds, body));
        if (ready.formerSecret() != null) {
            signatures
                    .append(' ')
                    .append(secret(organisation, ready, ready.formerSecret()).signature(id, seconds, body));
        }
        var address = EndpointAddress.read(ready.address());
        return new Exchange(
                "POST",
                address,
                List.of(
                        new Field("Content-Type", "application/json", false),
                        new Field("User-Agent", "Qliento", false),
                        new Field("webhook-id", id, false),
                        new Field("webhook-timestamp", Long.toString(seconds), false),
                        new Field("webhook-signature", signatures.toString(), true)),
                body,
                true,
                to -> to.equals(address),
                false,
                LIMIT);
    }

    private SigningSecret secret(OrganisationId organisation, DeliveryStore.Ready ready, byte[] sealed) {
        return SigningSecret.of(
                vault.openSecret(organisation, EndpointStore.place(ready.endpoint()), Sealed.of(sealed)));
    }

    @Override
    public void recorded(RoundTrip trip, Tried call) {
        var status = WebhookReply.status(call);
        var state = call.next() != null
                ? WebhookDelivery.State.WAITING
                : call.outcome() instanceof CallOutcome.Answered
                        ? WebhookDelivery.State.DELIVERED
                        : WebhookDelivery.State.FAILED;
        store.tried(trip, call, state, status);
        if (state == WebhookDelivery.State.DELIVERED) {
            store.isWell(trip, call);
        } else if (!NOT_ITS_FAULT.contains(call.word())) {
            store.isFailing(trip, call, status != null && status == WebhookReply.GONE);
        }
    }

    @PreDestroy
    void stop() {
        preparing.shutdownNow();
    }
}
