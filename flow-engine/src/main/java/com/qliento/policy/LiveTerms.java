package com.qliento.policy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The organisations' terms, as decisions ask for them. Cached; a change reaches every node at once, at the latest in a minute. */
@Component
public class LiveTerms {

    static final String TOPIC = "policy";

    private final TermsStore store;
    private final OrganisationScope scope;
    private final LoadingCache<OrganisationId, OwnTerms> terms = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);

    LiveTerms(TermsStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** The terms; may ask the database. */
    public OwnTerms of(OrganisationId organisation) {
        return terms.get(organisation);
    }

    /** Where the organisation is: its {@code now} and {@code today} are by the clock there. May ask the database. */
    public ZoneId zone(OrganisationId organisation) {
        return of(organisation).zone();
    }

    /** The terms if they are in memory; never asks the database, so that it can be called inside any transaction. */
    public Optional<OwnTerms> known(OrganisationId organisation) {
        return Optional.ofNullable(terms.getIfPresent(organisation));
    }

    private OwnTerms load(OrganisationId organisation) {
        return scope.in(organisation, () -> store.find(organisation)).orElse(OwnTerms.NONE);
    }

    void forget(OrganisationId organisation) {
        terms.invalidate(organisation);
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                terms.invalidateAll();
            } else {
                forget(OrganisationId.of(notification.key()));
            }
        }
    }
}
