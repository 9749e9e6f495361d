package com.qliento.account;

import static com.qliento.account.AccountStore.PLATFORM;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rules.policy.Policies;
import com.qliento.rules.policy.PolicyRule;
import com.qliento.rules.policy.Watched;
import com.qliento.security.SecurityLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Accounts of people. E-mails and names are sealed in the database, passwords are hashed. An e-mail has one account,
 * which may work for several organisations.
 */
@Component
public class Accounts {

    /** How far back failed tries for one e-mail count. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final AccountStore store;
    private final OrganisationScope scope;
    private final Policies policies;
    private final Clock clock;
    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysHash;

    Accounts(AccountStore store, OrganisationScope scope, Policies policies, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.policies = policies;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody");
    }

    /**
     * Gives an e-mail an account unless it has one, whose name and password then stay, and makes it a member of the
     * organisation with this role. Repeating it changes nothing.
     */
    public AccountId register(OrganisationId organisation, Role role, String email, String name, String password) {
        var now = clock.instant();
        var id = scope.in(PLATFORM, () -> {
            var known = store.find(store.key(email));
            return known.isPresent()
                    ? known.get().account().id()
                    : store.add(new AccountId(TimeOrderedId.at(now)), email, name, passwords.encode(password), now);
        });
        boolean changed = scope.in(organisation, () -> store.join(organisation, id, role, now));
        if (changed) {
            SecurityLog.roleChanged(organisation, id, role.column());
        }
        return id;
    }

    /** Tries to sign somebody in, unless the platform's rules say that passwords are guessed; takes as long for an e-mail nobody has. */
    public SignIn signIn(String email, String password) {
        var now = clock.instant();
        var since = now.minus(MEMORY);
        var key = store.key(email);
        int failures = scope.in(PLATFORM, () -> store.refusals(key, since));
        List<PolicyRule> signals = policies.abuse(new Watched.SignIns(failures, 0, false));
        if (!signals.isEmpty()) {
            return new SignIn.TooManyTries(signals.get(0));
        }
        var known = scope.in(PLATFORM, () -> store.find(key));
        var hash = known.map(AccountStore.Known::passwordHash).orElse(nobodysHash);
        if (passwords.matches(password, hash) && known.isPresent()) {
            return new SignIn.Welcome(known.get().account());
        }
        scope.run(PLATFORM, () -> store.refused(key, now, since));
        return new SignIn.Refused();
    }

    /** The organisations that somebody works for, by name. */
    public List<Membership> memberships(AccountId account) {
        return scope.in(PLATFORM, () -> store.memberships(account));
    }

    /** The names of those of these accounts that work for the organisation. */
    public Map<AccountId, String> names(OrganisationId organisation, Collection<AccountId> accounts) {
        var asked = accounts.stream().map(AccountId::value).toList();
        var members = scope.in(organisation, () -> store.members(organisation, asked));
        return scope.in(PLATFORM, () -> store.names(members));
    }

    /** The screens speak this language to them from now on. */
    public void speak(AccountId account, Locale language) {
        scope.run(PLATFORM, () -> store.speak(account, language));
    }
}
