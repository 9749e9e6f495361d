package com.qliento.account;

import static com.qliento.account.AccountStore.PLATFORM;

import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.Deed;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Notes who signs in and out, in the audit of each organisation they work for; a try of somebody unknown in the platform's.
 * Never what was typed.
 */
@Component
public class SignIns {

    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final AccountStore store;
    private final OrganisationScope scope;
    private final Audit audit;

    SignIns(AccountStore store, OrganisationScope scope, Audit audit) {
        this.store = store;
        this.scope = scope;
        this.audit = audit;
    }

    /** They have signed in. */
    public void done(AccountId account) {
        note(organisations(account), AuditActor.account(account), AuditAction.SIGNED_IN, account.toString());
    }

    /** They have signed out themselves. */
    public void over(AccountId account) {
        note(organisations(account), AuditActor.account(account), AuditAction.SIGNED_OUT, account.toString());
    }

    /**
     * Somebody was not let in with this e-mail. Does as much for one that nobody has: how long it takes tells nothing. Not
     * for tries that were held up, which anybody can make without end.
     */
    public void refused(String email) {
        var known = scope.in(PLATFORM, () -> store.find(store.key(email)));
        var account = known.map(one -> one.account().id()).orElse(NOBODY);
        var concerned = organisations(account);
        note(
                concerned.isEmpty() ? List.of(PLATFORM) : concerned,
                AuditActor.STRANGER,
                AuditAction.SIGN_IN_REFUSED,
                known.isPresent() ? account.toString() : "");
    }

    private List<OrganisationId> organisations(AccountId account) {
        return scope.in(PLATFORM, () -> store.memberships(account)).stream()
                .map(Membership::organisation)
                .toList();
    }

    private void note(List<OrganisationId> concerned, AuditActor actor, AuditAction action, String about) {
        concerned.forEach(organisation ->
                scope.run(organisation, () -> audit.note(new Deed(organisation, actor, action, about))));
    }
}
