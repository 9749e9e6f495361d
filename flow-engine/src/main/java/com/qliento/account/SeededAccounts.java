package com.qliento.account;

import static com.qliento.account.AccountStore.PLATFORM;

import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts that the application makes from its settings, for its demo. Settings decide about them for ever: what they no
 * longer say does not open anything any more.
 */
@Component
public class SeededAccounts {

    /** Whose account is made. */
    public record Person(Role role, String email, String name) {

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "Person[" + role + "]";
        }
    }

    private record Stored(AccountId id, String passwordHash) {}

    private static final Logger LOG = LoggerFactory.getLogger(SeededAccounts.class);
    private static final int SECRET_BYTES = 32;

    private final AccountStore store;
    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;

    SeededAccounts(AccountStore store, OrganisationScope scope, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * From now on these people, with this password, are all that was made from settings: the stored password is replaced
     * where it is another one, and whoever was made before and is not among them is closed. Somebody whose account was not
     * made from settings joins the organisation and keeps their own password. Repeating it changes nothing.
     */
    public void replace(OrganisationId organisation, List<Person> people, String password) {
        var before = stored();
        var hash = before.stream()
                .map(Stored::passwordHash)
                .distinct()
                .filter(known -> store.isOf(known, password))
                .findFirst()
                .orElseGet(() -> store.hash(password));
        var now = clock.instant();
        var kept = new HashSet<AccountId>();
        for (var person : people) {
            var id = scope.in(PLATFORM, () -> seed(person, hash, now));
            scope.run(organisation, () -> store.join(organisation, id, person.role(), now));
            kept.add(id);
        }
        before.stream().map(Stored::id).filter(id -> !kept.contains(id)).forEach(id -> close(organisation, id));
    }

    /** Closes all that were made from settings: nobody signs in to them, and they work for the organisation no more. */
    public void close(OrganisationId organisation) {
        stored().forEach(account -> close(organisation, account.id()));
    }

    /** Whether one of them opens with this password. */
    public boolean openWith(String password) {
        return stored().stream().map(Stored::passwordHash).distinct().anyMatch(hash -> store.isOf(hash, password));
    }

    private AccountId seed(Person person, String hash, Instant now) {
        var known = store.find(store.key(person.email()));
        if (known.isEmpty()) {
            var id = store.add(new AccountId(TimeOrderedId.at(now)), person.email(), person.name(), hash, now);
            jdbc.sql("UPDATE account SET seeded = true WHERE id = ?")
                    .param(id.value())
                    .update();
            return id;
        }
        var id = known.get().account().id();
        if (!setPassword(id, hash)) {
            LOG.warn("Account {} was not made from settings and keeps its own password", id);
        }
        return id;
    }

    /** Whether it is an account of ours to set. */
    private boolean setPassword(AccountId id, String hash) {
        return jdbc.sql("UPDATE account SET password = ? WHERE id = ? AND seeded")
                        .param(hash)
                        .param(id.value())
                        .update()
                > 0;
    }

    private void close(OrganisationId organisation, AccountId id) {
        var nobodyKnows = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(nobodyKnows);
        var hash = store.hash(Base64.getEncoder().encodeToString(nobodyKnows));
        scope.run(PLATFORM, () -> setPassword(id, hash));
        scope.run(organisation, () -> store.leave(organisation, id));
    }

    private List<Stored> stored() {
        return scope.in(PLATFORM, () -> jdbc.sql("SELECT id, password FROM account WHERE seeded ORDER BY id")
                .query((row, n) ->
                        new Stored(new AccountId(row.getObject("id", UUID.class)), row.getString("password")))
                .list());
    }
}
