package com.qliento.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.KeptText;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The secrets of all organisations. {@link #find} and {@link #fill} are for whoever makes a call, at the moment it is made,
 * and for nobody else; what they read is cached, a change reaches every node at once, at the latest in a minute. Everybody
 * else sees names.
 */
@Component
public class Secrets {

    /** An organisation may keep so many. */
    public static final int MOST = 200;

    /** A value may have so many bytes in UTF-8. */
    public static final int MOST_BYTES = 4_096;

    /** Said when there is no room for another one. */
    public static final ProblemType FULL =
            new ProblemType(ProblemKind.NO_ROOM, "too-many-secrets", "There is no room for another secret");

    private static final String VALUE = "value";

    private record Key(OrganisationId organisation, String name) {}

    private final SecretStore store;
    private final OrganisationScope scope;
    private final Audit audit;
    private final ObjectProvider<SecretUse> users;
    private final Clock clock;
    private final Cache<Key, Optional<SecretValue>> opened = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Secrets(SecretStore store, OrganisationScope scope, Audit audit, ObjectProvider<SecretUse> users, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.audit = audit;
        this.users = users;
        this.clock = clock;
    }

    /**
     * The value, for a call that is made now. May ask the database.
     *
     * @throws com.qliento.vault.Unreadable when it is there and can't be opened any more
     */
    public Optional<SecretValue> find(OrganisationId organisation, String name) {
        return opened.get(
                new Key(organisation, name),
                unknown -> scope.in(organisation, () -> store.find(organisation, unknown.name())));
    }

    /**
     * The text with the values in it, for a call that is made now; empty when it names a secret that is not there. May ask
     * the database.
     *
     * @param written how a value is written at this place, such as a part of an address
     * @throws com.qliento.vault.Unreadable when one is there and can't be opened any more
     */
    public Optional<SecretValue> fill(OrganisationId organisation, SecretText text, UnaryOperator<String> written) {
        var filled = new StringBuilder();
        for (var part : text.parts()) {
            if (part.secret() == null) {
                filled.append(part.words());
                continue;
            }
            var secret = find(organisation, part.secret());
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            filled.append(written.apply(secret.get().reveal()));
        }
        return Optional.of(new SecretValue(filled.toString()));
    }

    /** The names of the organisation's secrets, in their order. */
    public Set<String> names(OrganisationId organisation) {
        var names = new LinkedHashSet<String>();
        scope.in(organisation, () -> store.all(organisation)).forEach(secret -> names.add(secret.name()));
        return names;
    }

    /** What is shown of the organisation's secrets, by name. */
    public List<SecretFacts> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.all(actor.organisation()));
    }

    /** What names which secret, also those that are not there; what nothing names is left out. */
    public Map<String, List<SecretUse.Used>> uses(Actor actor) {
        actor.require(Permission.LOOK_ON);
        var all = new TreeMap<String, List<SecretUse.Used>>();
        scope.run(actor.organisation(), () -> users.orderedStream().forEach(user -> user.of(actor.organisation())
                .forEach((secret, uses) ->
                        all.computeIfAbsent(secret, none -> new ArrayList<>()).addAll(uses))));
        return all;
    }

    /**
     * Sets a secret or replaces its value; calls that are made from now on have the new one. Throws {@link Problem}
     * (invalid) when the name or the value can't be used, {@link #FULL} when there are {@link #MOST}.
     */
    public SecretFacts keep(Actor actor, String name, @Nullable String value) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var facts =
                new SecretFacts(SecretName.checked(name), clock.instant().truncatedTo(ChronoUnit.MICROS), actor.name());
        var checked = checked(value);
        audit.run(actor.did(AuditAction.SECRET_SET, facts.name()), () -> {
            requireRoom(store.all(actor.organisation()), name);
            store.save(actor.organisation(), facts, checked);
        });
        opened.invalidate(new Key(actor.organisation(), name));
        return facts;
    }

    private static String checked(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(VALUE, "A secret needs a value. Copy it from the system that it is for.");
        }
        var stripped = value.strip();
        if (!KeptText.of(stripped).equals(stripped)) {
            throw Problem.invalid(VALUE, "The value has characters that no text has. Copy it once more.");
        }
        if (stripped.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Problem.invalid(VALUE, "A secret's value has " + MOST_BYTES + " bytes at most.")
                    .with("most", MOST_BYTES);
        }
        return stripped;
    }

    private static void requireRoom(List<SecretFacts> all, String name) {
        if (all.size() >= MOST && all.stream().noneMatch(secret -> secret.name().equals(name))) {
            throw FULL.because("An organisation keeps " + MOST + " secrets at most. Delete one that nothing names.")
                    .with("most", MOST);
        }
    }

    /** Deletes it: calls that name it fail from now on. Throws {@link Problem} (not found) when it is not there. */
    public void delete(Actor actor, String name) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        audit.run(actor.did(AuditAction.SECRET_DELETED, name), () -> {
            if (!store.delete(actor.organisation(), name)) {
                throw Problem.notFound("secret", name);
            }
        });
        opened.invalidate(new Key(actor.organisation(), name));
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(SecretStore.TOPIC)) {
            var organisation = notification.key();
            opened.asMap()
                    .keySet()
                    .removeIf(key -> organisation.isEmpty()
                            || key.organisation().toString().equals(organisation));
        }
    }
}
