package com.qliento.host;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.database.DatabaseNotification;
import com.qliento.guard.AllowedHost;
import com.qliento.guard.RefusedAddress;
import com.qliento.guard.WebAddress;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which hosts the flows of an organisation may send requests to. Cached as it is asked at each request; a change reaches
 * every node at once, at the latest in a minute.
 */
@Component
public class AllowedHosts {

    /** An organisation may have so many, those it asks for among them. */
    public static final int MOST = 200;

    /** Said when there is no room for another one. */
    public static final ProblemType FULL =
            new ProblemType(ProblemKind.NO_ROOM, "too-many-hosts", "There is no room for another host");

    private static final Logger LOG = LoggerFactory.getLogger(AllowedHosts.class);

    private final HostStore store;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;
    private final LoadingCache<OrganisationId, List<AllowedHost>> allowed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(this::load);

    AllowedHosts(HostStore store, OrganisationScope scope, Audit audit, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a request to this address may be made. May ask the database. */
    public boolean cover(OrganisationId organisation, WebAddress address) {
        return allowed.get(organisation).stream().anyMatch(host -> host.covers(address));
    }

    private List<AllowedHost> load(OrganisationId organisation) {
        var hosts = new ArrayList<AllowedHost>();
        for (var host : scope.in(organisation, () -> store.all(organisation))) {
            if (host.allowed()) {
                try {
                    hosts.add(AllowedHost.read(host.host()));
                } catch (RefusedAddress noMore) {
                    LOG.warn(
                            "A host that was allowed is refused now ({})",
                            noMore.refusal().code());
                }
            }
        }
        return List.copyOf(hosts);
    }

    /** The list as people see it: first what is asked for. */
    public List<HostFacts> all(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.all(actor.organisation()));
    }

    /**
     * Requests may go there from now on. Throws {@link Problem} (invalid) when it is no host that may be allowed,
     * {@link #FULL} when there are {@link #MOST}.
     *
     * @param host as {@link AllowedHost#read} reads it
     */
    public HostFacts allow(Actor actor, String host) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        return keep(actor, host, true);
    }

    /** Asks for it: somebody who may {@link #allow} it finds it in the list. Nothing happens when it is allowed. */
    public HostFacts ask(Actor actor, String host) {
        actor.require(Permission.BUILD);
        return keep(actor, host, false);
    }

    private HostFacts keep(Actor actor, String host, boolean allow) {
        var organisation = actor.organisation();
        var wished = new HostFacts(
                read(host).toString(), allow, clock.instant().truncatedTo(ChronoUnit.MICROS), actor.name());
        var action = allow ? AuditAction.HOST_ALLOWED : AuditAction.HOST_ASKED_FOR;
        var kept = scope.in(organisation, () -> {
            requireRoom(store.all(organisation), wished);
            store.save(organisation, wished);
            var now = store.all(organisation).stream()
                    .filter(known -> known.host().equals(wished.host()))
                    .findFirst()
                    .orElse(wished);
            if (now.allowed() == allow) {
                audit.note(actor.did(action, wished.host()));
            }
            return now;
        });
        allowed.invalidate(organisation);
        return kept;
    }

    private static AllowedHost read(String host) {
        try {
            return AllowedHost.read(host);
        } catch (RefusedAddress refused) {
            throw Problem.invalid(
                            "host",
                            "This is no host that can be allowed. Write one of the public network, such as"
                                    + " api.shop.example, *.shop.example or api.shop.example:8443.")
                    .with("reason", refused.refusal().code());
        }
    }

    private static void requireRoom(List<HostFacts> all, HostFacts another) {
        if (all.size() >= MOST && all.stream().noneMatch(host -> host.host().equals(another.host()))) {
            throw FULL.because("An organisation names " + MOST + " hosts at most. Take one out that no flow calls.")
                    .with("most", MOST);
        }
    }

    /** Takes it out: requests to it are refused from now on. Throws {@link Problem} (not found) when it is not there. */
    public void remove(Actor actor, String host) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        audit.run(actor.did(AuditAction.HOST_REMOVED, host), () -> {
            if (!store.delete(actor.organisation(), host)) {
                throw Problem.notFound("host", host);
            }
        });
        allowed.invalidate(actor.organisation());
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(HostStore.TOPIC)) {
            if (notification.missed() || notification.key().isEmpty()) {
                allowed.invalidateAll();
            } else {
                allowed.invalidate(OrganisationId.of(notification.key()));
            }
        }
    }
}
