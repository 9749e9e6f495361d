package com.qliento.ruleset;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.decision.DecisionModel;
import com.qliento.rules.decision.Decisions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The published decisions, as flows ask for them: compiled when first used, the least used forgotten when there are many.
 * A change reaches every node at once, at the latest in a minute.
 */
@Component
public class LiveDecisions {

    static final String TOPIC = "decision";

    /** A compiled model takes about twelve bytes of memory for each of its file (DecisionMemory): 360 MB at most. */
    private static final long MOST_BYTES_OF_FILES = 30_000_000;

    /** What the engine keeps for the smallest of models, in bytes of a file. */
    private static final int LEAST_WEIGHT = 5_000;

    private final DecisionStore store;
    private final Decisions decisions;
    private final OrganisationScope scope;
    private final LoadingCache<OrganisationId, Map<String, Live>> live = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);
    private final AsyncCache<Version, Compiled> compiled = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_OF_FILES)
            .weigher((Version version, Compiled model) -> LEAST_WEIGHT + model.bytes())
            .buildAsync();

    LiveDecisions(DecisionStore store, Decisions decisions, OrganisationScope scope) {
        this.store = store;
        this.decisions = decisions;
        this.scope = scope;
    }

    /** A decision that has a published version. */
    public record Live(String key, String name, int version) {}

    /** A version of a decision, ready to decide. */
    public record Found(String key, int version, DecisionModel model) {}

    private record Version(OrganisationId organisation, String key, int number) {}

    private record Compiled(DecisionModel model, int bytes) {}

    /** Everything an organisation published, by key. */
    public List<Live> all(OrganisationId organisation) {
        return live.get(organisation).values().stream()
                .sorted(Comparator.comparing(Live::key))
                .toList();
    }

    /**
     * A published version of a decision; empty when there is none.
     *
     * @param version null for the one that is live now
     */
    public Optional<Found> find(OrganisationId organisation, String key, @Nullable Integer version) {
        Integer wanted = version != null
                ? version
                : Optional.ofNullable(live.get(organisation).get(key))
                        .map(Live::version)
                        .orElse(null);
        if (wanted == null) {
            return Optional.empty();
        }
        var which = new Version(organisation, key, wanted);
        return Optional.ofNullable(compiled(which)).map(known -> new Found(key, wanted, known.model()));
    }

    /** Whoever asks first compiles, holding nobody up but those who ask for the same. */
    private @Nullable Compiled compiled(Version version) {
        var mine = new CompletableFuture<@Nullable Compiled>();
        CompletableFuture<@Nullable Compiled> known = compiled.asMap().putIfAbsent(version, mine);
        if (known == null) {
            try {
                mine.complete(compile(version));
            } catch (RuntimeException | Error failed) {
                mine.completeExceptionally(failed);
                throw failed;
            }
        }
        try {
            return (known == null ? mine : known).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private @Nullable Compiled compile(Version version) {
        return scope.in(
                        version.organisation(),
                        () -> store.version(version.organisation(), version.key(), version.number()))
                .map(found -> new Compiled(decisions.compile(found.content()), found.content().length))
                .orElse(null);
    }

    private Map<String, Live> load(OrganisationId organisation) {
        return scope.in(organisation, () -> store.live(organisation)).stream()
                .collect(Collectors.toUnmodifiableMap(Live::key, Function.identity()));
    }

    /** What was compiled too: a decision that was deleted may come again with the same numbers of versions. */
    void forget(OrganisationId organisation) {
        live.invalidate(organisation);
        compiled.asMap().keySet().removeIf(version -> version.organisation().equals(organisation));
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                live.invalidateAll();
                compiled.asMap().clear();
            } else {
                forget(OrganisationId.of(notification.key()));
            }
        }
    }
}
