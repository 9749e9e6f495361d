package com.qliento.trigger;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.Deed;
import com.qliento.block.StartInput;
import com.qliento.channel.ChannelId;
import com.qliento.channel.Channels;
import com.qliento.flow.Flows;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The triggers of organisations. Each throws {@link Problem}: forbidden to whose role does not allow it, missing, invalid. */
@Component
public class Triggers {

    /** An organisation may have so many. */
    public static final int MOST = 100;

    private static final int LONGEST_NAME = 100;
    private static final String PREFIX = "qt_";

    private final TriggerStore store;
    private final Noted rows;
    private final Begun begun;
    private final Channels channels;
    private final Clock clock;

    /** The flows that triggers begin, as they are drawn and as they are published. */
    @Component
    record Begun(Flows flows, RunningFlows running) {}

    /** Where rows are written, and what is noted of it. */
    @Component
    record Noted(OrganisationScope scope, Audit audit) {}

    Triggers(TriggerStore store, Noted rows, Begun begun, Channels channels, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.begun = begun;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * A trigger that was made, or has another address.
     *
     * @param token the secret part of its address, which is shown this once
     */
    public record Made(Trigger trigger, String token) {

        @Override
        public String toString() {
            return "Made[" + trigger.id() + "]";
        }
    }

    /** All of them, by name. */
    public List<Trigger> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return rows.scope().in(actor.organisation(), store::all);
    }

    /** One of them. */
    public Trigger get(Actor actor, UUID id) {
        actor.require(Permission.LOOK_ON);
        return rows.scope()
                .in(actor.organisation(), () -> store.find(id))
                .orElseThrow(() -> Problem.notFound("trigger", id));
    }

    /** What a trigger is to be; {@code id}, {@code changedAt} and {@code changedBy} of it are ignored. */
    public Made make(Actor actor, Trigger wished) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var trigger = checked(actor, UUID.randomUUID(), wished);
        var token = token();
        rows.audit().run(deed(actor, AuditAction.TRIGGER_MADE, trigger), () -> {
            if (store.all().size() >= MOST) {
                throw Problem.invalid("name", "An organisation has " + MOST + " triggers at most. Delete one first.");
            }
            store.insert(actor.organisation(), trigger, hash(token));
        });
        return new Made(trigger, token);
    }

    /** It is this from now on, at the address it has. */
    public Trigger change(Actor actor, UUID id, Trigger wished) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        get(actor, id);
        var trigger = checked(actor, id, wished);
        rows.audit().run(deed(actor, AuditAction.TRIGGER_CHANGED, trigger), () -> store.update(trigger));
        return trigger;
    }

    /** From now on it has another address; the one before leads nowhere. */
    public Made renew(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var trigger = get(actor, id);
        var token = token();
        rows.audit().run(deed(actor, AuditAction.TRIGGER_RENEWED, trigger), () -> store.renew(id, hash(token)));
        return new Made(trigger, token);
    }

    /** It is gone with what came to it. What it began goes on. */
    public void delete(Actor actor, UUID id) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        rows.audit().run(actor.did(AuditAction.TRIGGER_DELETED, id.toString()), () -> {
            if (!store.delete(id)) {
                throw Problem.notFound("trigger", id);
            }
        });
    }

    private static Deed deed(Actor actor, AuditAction action, Trigger trigger) {
        return actor.did(action, trigger.id().toString())
                .with("name", trigger.name())
                .with("enabled", trigger.enabled());
    }

    /** What came to each of them last; of one to which nothing came nothing. */
    public Map<UUID, HookDelivery> latest(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return rows.scope().in(actor.organisation(), () -> store.latest(actor.organisation()));
    }

    /**
     * What a published flow takes as it begins.
     *
     * @param aboutNobody whether it is for no customer, so that no number is to be mapped
     * @param inputs what its start says that it is given, in that order
     */
    public record Takes(boolean aboutNobody, List<StartInput> inputs) {}

    /** What a flow takes as it is published; empty when it is not. */
    public Optional<Takes> takes(Actor actor, String flowKey) {
        actor.require(Permission.LOOK_ON);
        var organisation = actor.organisation();
        return begun.running()
                .published(organisation, flowKey)
                .map(live -> new Takes(
                        begun.running().aboutNobody(organisation, flowKey),
                        begun.running().inputs(organisation, flowKey)));
    }

    /** Some of what came to it, newest first. */
    public List<HookDelivery> slice(Actor actor, UUID id, Slice slice) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return rows.scope().in(actor.organisation(), () -> store.slice(actor.organisation(), id, slice));
    }

    /** How much of that there is. */
    public int count(Actor actor, UUID id) {
        actor.require(Permission.SEE_CONVERSATIONS);
        return rows.scope().in(actor.organisation(), () -> store.count(actor.organisation(), id));
    }

    /** What came to it, newest first, after this one; null begins. */
    public List<HookDelivery> deliveries(Actor actor, UUID id, @Nullable UUID after, int size) {
        actor.require(Permission.SEE_CONVERSATIONS);
        get(actor, id);
        return rows.scope().in(actor.organisation(), () -> store.deliveries(id, after, size));
    }

    private Trigger checked(Actor actor, UUID id, Trigger wished) {
        var name = KeptText.of(wished.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "A trigger has a name of 1 to " + LONGEST_NAME + " characters.")
                    .with("most", LONGEST_NAME);
        }
        if (!wished.tells()) {
            begun.flows().requireKnown(actor, wished.flowKey());
        }
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
                wished.perMinute(),
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
