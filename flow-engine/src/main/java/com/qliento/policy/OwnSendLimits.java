package com.qliento.policy;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rules.policy.SendLimits;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** {@link SendLimits} of an organisation: read by everybody who works there, set by owners. */
@Component
public class OwnSendLimits {

    private final SendLimitsStore store;
    private final SendLimitsInForce inForce;
    private final OrganisationScope scope;
    private final Audit audit;
    private final Clock clock;

    OwnSendLimits(SendLimitsStore store, SendLimitsInForce inForce, OrganisationScope scope, Audit audit, Clock clock) {
        this.store = store;
        this.inForce = inForce;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** The limits as they are now; those of the platform when nobody said anything. */
    public WrittenSendLimits get(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return WrittenSendLimits.of(scope.in(actor.organisation(), () -> store.find(actor.organisation()))
                .orElse(ZonedSendLimits.PLATFORM));
    }

    /**
     * Replaces all limits; messages that are sent from then on keep to them. Throws {@link Problem} {@code policy-loosened}
     * when a limit would loosen what the platform has to keep to, {@code invalid-field} when it can't be used.
     */
    public WrittenSendLimits set(Actor actor, WrittenSendLimits wish) {
        actor.require(Permission.TIGHTEN_POLICIES);
        ZonedSendLimits limits = wish.limits();
        audit.run(
                actor.did(AuditAction.SEND_LIMITS_SET, actor.organisation().toString()),
                () -> store.save(actor.organisation(), limits, actor.name(), clock.instant()));
        inForce.forget(actor.organisation());
        return WrittenSendLimits.of(limits);
    }
}
