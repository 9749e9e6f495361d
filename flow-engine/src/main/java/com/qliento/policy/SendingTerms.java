package com.qliento.policy;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How an organisation is stricter about sending than the platform: read by everybody who works there, said by owners. */
@Component
public class SendingTerms {

    private final TermsStore store;
    private final LiveTerms live;
    private final OrganisationScope scope;
    private final Clock clock;

    SendingTerms(TermsStore store, LiveTerms live, OrganisationScope scope, Clock clock) {
        this.store = store;
        this.live = live;
        this.scope = scope;
        this.clock = clock;
    }

    /** The terms as they are now; those of the platform when nobody said anything. */
    public TermsWish get(Actor actor) {
        actor.require(Permission.SEE_FLOWS);
        return TermsWish.of(scope.in(actor.organisation(), () -> store.find(actor.organisation()))
                .orElse(OwnTerms.NONE));
    }

    /**
     * Replaces all terms; messages that are sent from then on keep to them. Throws {@link Problem} {@code policy-loosened}
     * when a term would loosen what the platform has to keep to, {@code invalid-field} when it can't be used.
     */
    public TermsWish set(Actor actor, TermsWish wish) {
        actor.require(Permission.TIGHTEN_POLICIES);
        OwnTerms terms = wish.terms();
        scope.run(actor.organisation(), () -> store.save(actor.organisation(), terms, actor.name(), clock.instant()));
        live.forget(actor.organisation());
        return TermsWish.of(terms);
    }
}
