package com.qliento.webhook;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.Deed;
import com.qliento.happening.HappeningKind;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where an organisation wants to be told what happens, for somebody whose role allows it, else {@link Problem} (forbidden).
 * What is changed reaches every node at once, at the latest in a minute. Whoever may set an endpoint may allow hosts too, so
 * its host needs to be on no list.
 */
@Component
public class WebhookEndpoints {

    /** An organisation may have so many. */
    public static final int MOST = 20;

    /** Said when there is no room for another one. */
    public static final ProblemType FULL =
            new ProblemType(ProblemKind.NO_ROOM, "too-many-webhooks", "There is no room for another endpoint");

    /** So long the secret before signs too, when there is another one. */
    static final Duration FORMER = Duration.ofHours(24);

    private final EndpointStore store;
    private final EndpointAddress addresses;
    private final Listening listening;
    private final Noted rows;
    private final Clock clock;

    /** Where rows are written, and what is noted of it. */
    @Component
    record Noted(OrganisationScope scope, Audit audit) {}

    WebhookEndpoints(EndpointStore store, EndpointAddress addresses, Listening listening, Noted rows, Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.listening = listening;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What an endpoint is to be.
     *
     * @param content whether it is sent what customers write and are answered, besides ids and codes
     */
    public record Wish(String address, Set<HappeningKind> kinds, boolean content, boolean enabled) {

        /** Without the address. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /**
     * An endpoint that was made, or signs with another secret.
     *
     * @param secret shown this once
     */
    public record Made(WebhookEndpoint endpoint, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + endpoint.id() + "]";
        }
    }

    /** All, in the order in which they were made. */
    public List<WebhookEndpoint> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return rows.scope().in(actor.organisation(), () -> store.all(actor.organisation()));
    }

    /** How many were switched off, since they took nothing for long. */
    public int switchedOff(OrganisationId organisation) {
        return Math.toIntExact(rows.scope().in(organisation, () -> store.all(organisation)).stream()
                .filter(endpoint -> endpoint.off() != null)
                .count());
    }

    /** One of them. */
    public WebhookEndpoint get(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return rows.scope()
                .in(actor.organisation(), () -> store.find(actor.organisation(), id))
                .orElseThrow(() -> missing(id));
    }

    /**
     * Makes one, and the secret by which it is signed. Throws {@link Problem} (invalid) for an address that may not be
     * called or for nothing to tell, {@link #FULL} when there are {@link #MOST}.
     */
    public Made make(Actor actor, Wish wish) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var organisation = actor.organisation();
        var endpoint = checked(actor, UUID.randomUUID(), wish);
        var secret = SigningSecret.made();
        rows.audit().run(deed(actor, AuditAction.WEBHOOK_MADE, endpoint), () -> {
            if (store.all(organisation).size() >= MOST) {
                throw FULL.because("An organisation has " + MOST + " endpoints at most. Delete one first.")
                        .with("most", MOST);
            }
            store.insert(organisation, endpoint, secret);
        });
        listening.forget(organisation);
        return new Made(endpoint, secret.reveal());
    }

    /** Changes it; one that we switched off and that is switched on has no trouble from before. */
    public WebhookEndpoint change(Actor actor, UUID id, Wish wish) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        get(actor, id);
        var endpoint = checked(actor, id, wish);
        rows.audit()
                .run(
                        deed(actor, AuditAction.WEBHOOK_CHANGED, endpoint),
                        () -> store.update(actor.organisation(), endpoint));
        listening.forget(actor.organisation());
        return get(actor, id);
    }

    /** It signs with another secret from now on; for 24 hours with the one before too. */
    public Made rotate(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var endpoint = get(actor, id);
        var secret = SigningSecret.made();
        rows.audit()
                .run(
                        actor.did(AuditAction.WEBHOOK_RENEWED, id.toString()),
                        () -> store.rotate(actor.organisation(), id, secret, now().plus(FORMER)));
        return new Made(endpoint, secret.reveal());
    }

    /** Deletes it with all that was sent to it; what waits is not sent any more. */
    public void delete(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        rows.audit().run(actor.did(AuditAction.WEBHOOK_DELETED, id.toString()), () -> {
            if (!store.delete(actor.organisation(), id)) {
                throw missing(id);
            }
        });
        listening.forget(actor.organisation());
    }

    private static Deed deed(Actor actor, AuditAction action, WebhookEndpoint endpoint) {
        return actor.did(action, endpoint.id().toString())
                .with("content", endpoint.content())
                .with("enabled", endpoint.enabled());
    }

    private WebhookEndpoint checked(Actor actor, UUID id, Wish wish) {
        if (wish.kinds().isEmpty()) {
            throw Problem.invalid("events", "Name at least one thing that the endpoint is to be told of.");
        }
        return new WebhookEndpoint(
                id,
                addresses.checked(wish.address()),
                wish.kinds(),
                wish.content(),
                wish.enabled(),
                null,
                null,
                null,
                now(),
                actor.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem missing(UUID id) {
        return Problem.notFound("endpoint", id);
    }
}
