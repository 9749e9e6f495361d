package com.qliento.account;

import static com.qliento.account.AccountStore.PLATFORM;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.security.SecurityLog;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Accounts of people. E-mails and names are sealed in the database, passwords are hashed. An e-mail has one account,
 * which may work for several organisations.
 */
@Component
public class Accounts implements Rights {

    /** How far back failed tries for one e-mail count. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    private final AccountStore store;
    private final OrganisationScope scope;
    private final SignInGuard guard;
    private final Vault vault;
    private final Clock clock;
    private final String nobodysHash;

    Accounts(AccountStore store, OrganisationScope scope, SignInGuard guard, Vault vault, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.guard = guard;
        this.vault = vault;
        this.clock = clock;
        this.nobodysHash = store.hash("nobody");
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
                    : store.add(new AccountId(TimeOrderedId.at(now)), email, name, store.hash(password), now);
        });
        boolean changed = scope.in(organisation, () -> store.join(organisation, id, role, now));
        if (changed) {
            SecurityLog.roleChanged(organisation, id, role.column());
        }
        return id;
    }

    /** As {@link #signIn(String, String, SignInSource)}, from nobody knows where. */
    public SignIn signIn(String email, String password) {
        return signIn(email, password, SignInSource.unknown());
    }

    /**
     * Tries to sign somebody in, unless the platform's rules say that passwords are guessed from there; takes as long for an
     * e-mail nobody has. The try is counted before the password is looked at.
     */
    public SignIn signIn(String email, String password, SignInSource from) {
        var key = store.key(email);
        var counted = guard.count(key, from, MEMORY);
        var one = counted.counted();
        if (one == null) {
            return new SignIn.TooManyTries(Objects.requireNonNull(counted.heldBy()));
        }
        var known = scope.in(PLATFORM, () -> store.find(key));
        var hash = known.map(AccountStore.Known::passwordHash).orElse(nobodysHash);
        if (store.isOf(hash, password) && known.isPresent()) {
            guard.succeeded(one);
            return new SignIn.Welcome(known.get().account(), guard.browser(key));
        }
        guard.failed(one);
        return new SignIn.Refused();
    }

    /** They do not work for the organisation from now on, whatever page they have open. */
    public void remove(OrganisationId organisation, AccountId account) {
        scope.run(organisation, () -> store.leave(organisation, account));
        SecurityLog.roleChanged(organisation, account, "none");
    }

    /**
     * The account ends: it works for nobody, and with its key all goes that says whose it was, in backups too. Ids of it in
     * what was done stay. Repeating it changes nothing; when it throws, call it again.
     */
    public void delete(AccountId account) {
        memberships(account).forEach(membership -> remove(membership.organisation(), account));
        scope.run(PLATFORM, () -> store.delete(account));
    }

    /** Somebody who signed in, for the services to judge: by what is stored when they act, not by what was when they came. */
    public Actor actor(AccountId account, Membership membership) {
        return new Actor(account.toString(), membership.organisation(), membership.role(), this);
    }

    @Override
    public Optional<Role> now(AccountId account, OrganisationId organisation) {
        return store.memberships(account).stream()
                .filter(membership -> membership.organisation().equals(organisation))
                .map(Membership::role)
                .findFirst();
    }

    /**
     * Stands for an account as it is: the same until its password is another one. Empty when there is no such account, or it
     * works for nobody.
     */
    public Optional<String> standing(AccountId account) {
        return scope.in(PLATFORM, () -> store.password(account)).map(hash -> HexFormat.of()
                .formatHex(vault.index(PLATFORM, "standing", hash).bytes()));
    }

    /** The organisations that somebody works for, by name. */
    public List<Membership> memberships(AccountId account) {
        return scope.in(PLATFORM, () -> store.memberships(account));
    }

    /** Who works for the organisation, and as what. */
    public Map<AccountId, Role> members(OrganisationId organisation) {
        return scope.in(organisation, () -> store.members(organisation));
    }

    /** The account, if it works for the organisation; for the platform's own letters to its owner. */
    public Optional<Account> member(OrganisationId organisation, AccountId account) {
        return members(organisation).containsKey(account)
                ? scope.in(PLATFORM, () -> store.find(account))
                : Optional.empty();
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
