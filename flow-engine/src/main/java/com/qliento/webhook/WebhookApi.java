package com.qliento.webhook;

import com.qliento.account.Actor;
import com.qliento.happening.HappeningKind;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST: where to tell what happens, and what was told. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookApi {

    /** What an endpoint is to be: {@code content} only when it is to have what customers write; {@code enabled} unless it says no. */
    record Request(
            @Nullable String address,
            @Nullable List<String> events,
            @Nullable Boolean content,
            @Nullable Boolean enabled) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /**
     * An endpoint as it is.
     *
     * @param off why it was switched off by the platform: failing or gone
     */
    record View(
            UUID id,
            String address,
            List<String> events,
            boolean content,
            boolean enabled,
            @Nullable String off,
            @Nullable Instant offAt,
            @Nullable Instant failingSince,
            Instant changedAt) {

        static View of(WebhookEndpoint endpoint) {
            return new View(
                    endpoint.id(),
                    endpoint.address(),
                    endpoint.kinds().stream().sorted().map(HappeningKind::word).toList(),
                    endpoint.content(),
                    endpoint.enabled(),
                    endpoint.off() == null ? null : endpoint.off().word(),
                    endpoint.offAt(),
                    endpoint.failingSince(),
                    endpoint.changedAt());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** An endpoint with the secret that signs, which is shown this once. */
    record Signed(View webhook, String secret) {

        static Signed of(WebhookEndpoints.Made made) {
            return new Signed(View.of(made.endpoint()), made.secret());
        }

        @Override
        public String toString() {
            return "Signed";
        }
    }

    /** What was sent, or waits: no content. */
    record Sent(
            UUID id,
            UUID webhookId,
            String type,
            String state,
            int attempts,
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable Integer millis,
            Instant happenedAt,
            @Nullable Instant triedAt,
            @Nullable Instant nextAt) {

        static Sent of(WebhookDelivery delivery) {
            return new Sent(
                    delivery.id(),
                    delivery.event(),
                    delivery.type(),
                    delivery.state().word(),
                    delivery.attempts(),
                    delivery.outcome(),
                    delivery.status(),
                    delivery.millis(),
                    delivery.happenedAt(),
                    delivery.triedAt(),
                    delivery.nextAt());
        }
    }

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;

    WebhookApi(WebhookEndpoints endpoints, WebhookDeliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @GetMapping
    Page<View> list(Caller caller) {
        return new Page<>(
                endpoints.all(Actor.program(caller)).stream().map(View::of).toList(), null);
    }

    @GetMapping("/{id}")
    View get(Caller caller, @PathVariable String id) {
        return View.of(endpoints.get(Actor.program(caller), Limit.id("id", id)));
    }

    @PostMapping
    ResponseEntity<Signed> make(Caller caller, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        var made = endpoints.make(Actor.program(caller), wish(request));
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.endpoint().id()))
                .body(Signed.of(made));
    }

    @PutMapping("/{id}")
    View change(Caller caller, @PathVariable String id, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        return View.of(endpoints.change(Actor.program(caller), Limit.id("id", id), wish(request)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        endpoints.delete(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }

    /** Signs with another secret; for 24 hours with the one before too. */
    @PostMapping("/{id}/rotate")
    Signed rotate(Caller caller, @PathVariable String id) {
        return Signed.of(endpoints.rotate(Actor.program(caller), Limit.id("id", id)));
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent test(Caller caller, @PathVariable String id) {
        return Sent.of(deliveries.test(Actor.program(caller), Limit.id("id", id)));
    }

    @GetMapping("/{id}/deliveries")
    Page<Sent> deliveries(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows =
                deliveries.page(Actor.program(caller), Limit.id("id", id), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, delivery -> delivery.id().toString()).map(Sent::of);
    }

    /** Sends once more what was sent, with the {@code webhook-id} it had. */
    @PostMapping("/{id}/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent replay(Caller caller, @PathVariable String id, @PathVariable String delivery) {
        return Sent.of(deliveries.replay(Actor.program(caller), Limit.id("id", id), Limit.id("delivery", delivery)));
    }

    private static WebhookEndpoints.Wish wish(Request request) {
        if (request.address() == null) {
            throw Problem.invalid("address", "An endpoint needs an address, as 'address'.");
        }
        return new WebhookEndpoints.Wish(
                request.address(),
                kinds(request.events()),
                Boolean.TRUE.equals(request.content()),
                !Boolean.FALSE.equals(request.enabled()));
    }

    private static Set<HappeningKind> kinds(@Nullable List<String> events) {
        var kinds = EnumSet.noneOf(HappeningKind.class);
        for (var word : events == null ? List.<String>of() : events) {
            kinds.add(HappeningKind.of(String.valueOf(word))
                    .orElseThrow(() -> Problem.invalid(
                            "events",
                            "Events are: "
                                    + Arrays.stream(HappeningKind.values())
                                            .map(HappeningKind::word)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        return kinds;
    }
}
