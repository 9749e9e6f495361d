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

/** The organisations' limits, as decisions ask for them. Cached; a change reaches every node at once, at the latest in a minute. */
@Component
public class SendLimitsInForce {

    /** The topic of notifications that an organisation's limits or its zone changed. */
    public static final String TOPIC = "policy";

    private final SendLimitsStore store;
    private final OrganisationScope scope;
    private final LoadingCache<OrganisationId, ZonedSendLimits> limits = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);

    SendLimitsInForce(SendLimitsStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /** The limits; may ask the database. */
    public ZonedSendLimits of(OrganisationId organisation) {
        return limits.get(organisation);
    }

    /** Where the organisation is: its {@code now} and {@code today} are by the clock there. May ask the database. */
    public ZoneId zone(OrganisationId organisation) {
        return of(organisation).zone();
    }

    /** The limits if they are in memory; never asks the database, so that it can be called inside any transaction. */
    public Optional<ZonedSendLimits> known(OrganisationId organisation) {
        return Optional.ofNullable(limits.getIfPresent(organisation));
    }

    private ZonedSendLimits load(OrganisationId organisation) {
        return scope.in(organisation, () -> store.find(organisation)).orElse(ZonedSendLimits.PLATFORM);
    }

    void forget(OrganisationId organisation) {
        limits.invalidate(organisation);
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                limits.invalidateAll();
            } else {
                forget(OrganisationId.of(notification.key()));
            }
        }
    }
}
