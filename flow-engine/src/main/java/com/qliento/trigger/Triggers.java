package com.qliento.trigger;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.flow.Flows;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The triggers of organisations. Each throws {@link Problem}: forbidden to whose role does not allow it, missing, invalid. */
@Component
class Triggers {

    /** An organisation may have so many. */
    static final int MOST = 100;

    private static final int LONGEST_NAME = 100;
    private static final String PREFIX = "qt_";

    private final TriggerStore store;
    private final OrganisationScope scope;
    private final Flows flows;
    private final Channels channels;
    private final Clock clock;

    Triggers(TriggerStore store, OrganisationScope scope, Flows flows, Channels channels, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.flows = flows;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * A trigger that was made, or has another address.
     *
     * @param token the secret part of its address, which is shown this once
     */
    record Made(Trigger trigger, String token) {

        @Override
        public String toString() {
            return "Made[" + trigger.id() + "]";
        }
    }

    List<Trigger> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), store::all);
    }

    Trigger get(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.find(id)).orElseThrow(() -> Problem.notFound("trigger", id));
    }

    /** What a trigger is to be; {@code id}, {@code changedAt} and {@code changedBy} of it are ignored. */
    Made make(Actor actor, Trigger wished) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var trigger = checked(actor, UUID.randomUUID(), wished);
        var token = token();
        scope.run(actor.organisation(), () -> {
            if (store.all().size() >= MOST) {
                throw Problem.invalid("name", "An organisation has " + MOST + " triggers at most. Delete one first.");
            }
            store.insert(actor.organisation(), trigger, hash(token));
        });
        return new Made(trigger, token);
    }

    Trigger change(Actor actor, UUID id, Trigger wished) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        get(actor, id);
        var trigger = checked(actor, id, wished);
        scope.run(actor.organisation(), () -> store.update(trigger));
        return trigger;
    }

    /** From now on it has another address; the one before leads nowhere. */
    Made renew(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var trigger = get(actor, id);
        var token = token();
        scope.run(actor.organisation(), () -> store.renew(id, hash(token)));
        return new Made(trigger, token);
    }

    void delete(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        if (!scope.in(actor.organisation(), () -> store.delete(id))) {
            throw Problem.notFound("trigger", id);
        }
    }

    /** What came to it, newest first. */
    List<HookDelivery> deliveries(Actor actor, UUID id, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        get(actor, id);
        return scope.in(actor.organisation(), () -> store.deliveries(id, after, size));
    }

    private Trigger checked(Actor actor, UUID id, Trigger wished) {
        var name = KeptText.of(wished.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A trigger has a name of 1 to " + LONGEST_NAME + " characters.");
        }
        flows.requireKnown(actor, wished.flowKey());
        var channel = wished.channel();
        if (channel != null) {
            channels.get(actor.organisation(), new ChannelId(channel));
        }
        return new Trigger(
                id,
                name,
                wished.flowKey(),
                channel,
                wished.proof(),
                wished.mapping(),
                wished.whenBusy(),
                wished.answers(),
                wished.enabled(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name());
    }

    private static String token() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
