package com.qliento.trigger;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import com.qliento.start.StartWish;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: triggers, and what came to them. */
@RestController
@RequestMapping("/api/v1/triggers")
class TriggerApi {

    /**
     * What a trigger is to be. {@code phone} and {@code values} say where in {@code {"body": ..., "query": ...}}, by JSON
     * Pointer; without {@code phone} its flow is about nobody, and {@code answers} may be result, to wait up to 10 seconds
     * for what that answers; with {@code reference} instead of {@code flow} it tells the flow that waits for what stands there,
     * with the values, or all that was sent when none are named; {@code proof} is none, bearer, basic, hmac (with {@code header}), github, stripe or standard-webhooks;
     * {@code perMinute} is 1 to 60000 deliveries, 600 unless it is said.
     */
    record Request(
            @Nullable String name,
            @Nullable String flow,
            @Nullable String channel,
            @Nullable String proof,
            @Nullable String header,
            @Nullable String secret,
            @Nullable String phone,
            @Nullable String reference,
            @Nullable Map<String, String> values,
            @Nullable String whenBusy,
            @Nullable String answers,
            @Nullable Integer perMinute,
            @Nullable Boolean enabled) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /** A trigger as it is. */
    record View(
            UUID id,
            String name,
            @Nullable String flow,
            @Nullable UUID channel,
            String proof,
            @Nullable String header,
            @Nullable String secret,
            @Nullable String phone,
            @Nullable String reference,
            Map<String, String> values,
            String whenBusy,
            String answers,
            int perMinute,
            boolean enabled,
            Instant changedAt) {

        static View of(Trigger trigger) {
            return new View(
                    trigger.id(),
                    trigger.name(),
                    trigger.tells() ? null : trigger.flowKey(),
                    trigger.channel(),
                    trigger.proof().kind().column(),
                    trigger.proof().header(),
                    trigger.proof().secret(),
                    trigger.mapping().phone(),
                    trigger.mapping().reference(),
                    trigger.mapping().values(),
                    trigger.whenBusy().name().toLowerCase(Locale.ROOT),
                    trigger.answers().column(),
                    trigger.perMinute(),
                    trigger.enabled(),
                    trigger.changedAt());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /** A trigger with its address, which is shown this once. */
    record Address(View trigger, String path) {

        static Address of(Triggers.Made made) {
            return new Address(View.of(made.trigger()), "/hooks/" + made.token());
        }

        @Override
        public String toString() {
            return "Address";
        }
    }

    private final Triggers triggers;
    private final Hooks hooks;

    TriggerApi(Triggers triggers, Hooks hooks) {
        this.triggers = triggers;
        this.hooks = hooks;
    }

    @GetMapping
    Page<View> list(Caller caller) {
        return new Page<>(
                triggers.all(Actor.program(caller)).stream().map(View::of).toList(), null);
    }

    @GetMapping("/{id}")
    View get(Caller caller, @PathVariable String id) {
        return View.of(triggers.get(Actor.program(caller), Limit.id("id", id)));
    }

    @PostMapping
    ResponseEntity<Address> make(Caller caller, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        var made = triggers.make(Actor.program(caller), wished(request));
        return ResponseEntity.created(
                        URI.create("/api/v1/triggers/" + made.trigger().id()))
                .body(Address.of(made));
    }

    @PutMapping("/{id}")
    View change(Caller caller, @PathVariable String id, @RequestBody Request request) {
        caller.require(KeyScope.ADMIN);
        return View.of(triggers.change(Actor.program(caller), Limit.id("id", id), wished(request)));
    }

    /** Gives it another address; the one before leads nowhere from now on. */
    @PostMapping("/{id}/renew")
    Address renew(Caller caller, @PathVariable String id) {
        return Address.of(triggers.renew(Actor.program(caller), Limit.id("id", id)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        triggers.delete(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }

    /** What came to it, newest first: no content. */
    @GetMapping("/{id}/deliveries")
    Page<HookDelivery> deliveries(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        List<HookDelivery> rows = triggers.deliveries(
                Actor.program(caller), Limit.id("id", id), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, delivery -> delivery.id().toString());
    }

    /** Takes what came once more, with the settings of now. */
    @PostMapping("/{id}/deliveries/{delivery}/replay")
    HookDelivery replay(Caller caller, @PathVariable String id, @PathVariable String delivery) {
        var actor = Actor.program(caller);
        return hooks.replay(actor, triggers.get(actor, Limit.id("id", id)), Limit.id("delivery", delivery));
    }

    private static Trigger wished(Request request) {
        return new Trigger(
                new UUID(0, 0),
                required("name", request.name()),
                flow(request),
                request.channel() == null ? null : Limit.id("channel", request.channel()),
                new Proof(Proof.Kind.of(request.proof()), request.header(), request.secret()),
                new Mapping(
                        request.phone(), request.reference(), Objects.requireNonNullElse(request.values(), Map.of())),
                StartWish.whenBusy(request.whenBusy()),
                Trigger.Answers.of(request.answers()),
                request.perMinute() == null ? Trigger.USUAL_PER_MINUTE : request.perMinute(),
                request.enabled() == null || request.enabled(),
                Instant.EPOCH,
                "");
    }

    private static String flow(Request request) {
        var named = request.flow() == null ? "" : request.flow();
        if (named.isBlank() && request.reference() == null) {
            throw Problem.invalid(
                    "flow", "A trigger needs 'flow', which it begins, or 'reference', to tell a flow that waits.");
        }
        return named.isBlank() ? "" : named;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "A trigger needs '" + field + "'.");
        }
        return value;
    }
}
