package com.qliento.access;

import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.Deed;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks whoever has an address for its code, and counts what they say before anything is opened. */
@Component
class LinkDelivery {

    private final LinkStore store;
    private final LinkSecrets secrets;
    private final PackageStore packages;
    private final OrganisationScope scope;
    private final PackageLinks.Noting noting;

    LinkDelivery(
            LinkStore store,
            LinkSecrets secrets,
            PackageStore packages,
            OrganisationScope scope,
            PackageLinks.Noting noting) {
        this.store = store;
        this.secrets = secrets;
        this.packages = packages;
        this.scope = scope;
        this.noting = noting;
    }

    /** What may be handed out now. */
    record Granted(OrganisationId organisation, UUID packageId) {}

    /**
     * What this code opens at this address; noted and counted as taken, whatever becomes of the download. Empty for a wrong
     * code, and for an address that leads nowhere or nowhere any more: which of them it was is told to nobody.
     */
    Optional<Granted> open(String token, String code) {
        if (!LinkSecrets.isToken(token) || code.isBlank()) {
            return Optional.empty();
        }
        return store.ofToken(LinkSecrets.hash(token)).flatMap(owned -> {
            var said = secrets.hash(owned.organisation(), owned.id(), code);
            return scope.in(owned.organisation(), () -> open(owned, said));
        });
    }

    /** One after the other: many tries at once are no more than five. */
    private Optional<Granted> open(LinkStore.Owned owned, byte[] said) {
        var now = noting.clock().instant();
        var link = store.locked(owned.id(), now);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        if (link.get().state() != PackageLink.State.OPEN) {
            store.cameLate(owned.id());
            return Optional.empty();
        }
        boolean right = MessageDigest.isEqual(store.code(owned.id()), said);
        note(owned, link.get(), right, now);
        return right ? Optional.of(new Granted(owned.organisation(), link.get().packageId())) : Optional.empty();
    }

    private void note(LinkStore.Owned owned, PackageLink link, boolean right, Instant now) {
        var use = TimeOrderedId.at(now);
        store.used(owned.organisation(), owned.id(), use, right, now);
        if (right) {
            packages.taken(owned.organisation(), link.packageId(), use, "link " + link.id(), now);
        }
        noting.audit()
                .note(new Deed(
                                owned.organisation(),
                                AuditActor.STRANGER,
                                right ? AuditAction.PACKAGE_DELIVERED : AuditAction.PACKAGE_CODE_WRONG,
                                link.packageId().toString())
                        .with("link", link.id()));
    }
}
