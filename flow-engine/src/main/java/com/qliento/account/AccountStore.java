package com.qliento.account;

import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.Deed;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.BlindIndex;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The rows of accounts. Runs inside a transaction of the platform's organisation, or of the member's. */
@Component
class AccountStore {

    /** Qliento itself, for whom accounts are kept. */
    static final OrganisationId PLATFORM = OrganisationId.of("00000000-0000-7000-8000-000000000000");

    /** An account and the hash of its password. */
    record Known(Account account, String passwordHash) {

        @Override
        public String toString() {
            return "Known[" + account + "]";
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(AccountStore.class);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final ZoneId zoneOfOthers;

    /**
     * @param zoneOfOthers in which times are shown to people who have chosen none; the machine's unless set
     */
    AccountStore(
            JdbcClient jdbc,
            Vault vault,
            PasswordEncoder passwords,
            Audit audit,
            @Value("${qliento.zone:UTC}") ZoneId zoneOfOthers) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.passwords = passwords;
        this.audit = audit;
        this.zoneOfOthers = zoneOfOthers;
    }

    BlindIndex key(String email) {
        return vault.index(PLATFORM, "account", email.strip().toLowerCase(Locale.ROOT));
    }

    /** What is stored of a password; takes long on purpose. */
    String hash(String password) {
        return passwords.encode(password);
    }

    /** Whether that was stored of this password; takes long on purpose. */
    boolean isOf(String passwordHash, String password) {
        return passwords.matches(password, passwordHash);
    }

    /** Adds the account unless its e-mail has one; gives the id of whichever is there. */
    AccountId add(AccountId id, String email, String name, String passwordHash, Instant now) {
        var key = key(email).bytes();
        jdbc.sql("""
                        INSERT INTO account (id, organisation_id, email_key, email, name, password, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email_key) DO NOTHING
                        """)
                .param(id.value())
                .param(PLATFORM.value())
                .param(key)
                .param(sealed(id, "email", email.strip()))
                .param(sealed(id, "name", name))
                .param(passwordHash)
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return new AccountId(jdbc.sql("SELECT id FROM account WHERE email_key = ?")
                .param(key)
                .query(UUID.class)
                .single());
    }

    /** With the account's own key: when that is destroyed, nobody reads it any more, in a backup either. */
    private byte[] sealed(AccountId id, String column, String value) {
        return vault.sealKept(PLATFORM, id.subject(), place(id, column), value.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    private static Place place(AccountId id, String column) {
        return new Place("account", column, id.value());
    }

    Optional<Known> find(BlindIndex key) {
        return jdbc.sql("SELECT * FROM account WHERE email_key = ?")
                .param(key.bytes())
                .query((row, n) -> known(row))
                .optional();
    }

    private Known known(ResultSet row) throws SQLException {
        var id = new AccountId(row.getObject("id", UUID.class));
        var language = row.getString("language");
        var zone = row.getString("zone");
        return new Known(
                new Account(
                        id,
                        opened(id, "email", row.getBytes("email")),
                        opened(id, "name", row.getBytes("name")),
                        language == null ? null : Locale.forLanguageTag(language),
                        zone == null ? zoneOfOthers : ZoneId.of(zone)),
                row.getString("password"));
    }

    /** What earlier versions sealed is the platform's secret still, until {@link KeptAccounts} comes to it. */
    private String opened(AccountId id, String column, byte[] bytes) {
        var sealed = Sealed.of(bytes);
        var plain = sealed.isKept()
                ? vault.openKept(PLATFORM, place(id, column), sealed)
                : vault.openSecret(PLATFORM, place(id, column), sealed);
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** An account's sealed values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(AccountId id, byte[] email, byte[] name) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Locks some after this one that are not sealed with a key of their own, and that nobody else holds. */
    List<Row> secrets(UUID after, int most) {
        return jdbc.sql("""
                        SELECT id, email, name FROM account
                        WHERE id > ? AND (substring(email FOR 1) <> '\\x03' OR substring(name FOR 1) <> '\\x03')
                        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(after)
                .param(most)
                .query((row, n) -> new Row(
                        new AccountId(row.getObject("id", UUID.class)), row.getBytes("email"), row.getBytes("name")))
                .list();
    }

    /** Seals anew with the account's own key; throws {@link Unreadable} when that can't be opened. */
    void sealAnew(Row row) {
        var email = sealed(row.id(), "email", opened(row.id(), "email", row.email()));
        var name = sealed(row.id(), "name", opened(row.id(), "name", row.name()));
        jdbc.sql("UPDATE account SET email = ?, name = ? WHERE id = ?")
                .param(email)
                .param(name)
                .param(row.id().value())
                .update();
    }

    /** The account goes, with the tries to sign in to it; its key is destroyed before that is certain, or neither happens. */
    void delete(AccountId id) {
        jdbc.sql("DELETE FROM account_refusal WHERE email_key = (SELECT email_key FROM account WHERE id = ?)")
                .param(id.value())
                .update();
        jdbc.sql("DELETE FROM account WHERE id = ?").param(id.value()).update();
        boolean unusedTwice = vault.destroySubject(PLATFORM, id.subject());
    }

    void speak(AccountId id, Locale language) {
        jdbc.sql("UPDATE account SET language = ? WHERE id = ?")
                .param(language.toLanguageTag())
                .param(id.value())
                .update();
    }

    /** Makes it a member with this role; whether that changed anything. */
    boolean join(OrganisationId organisation, AccountId account, Role role, Instant now) {
        boolean changed = jdbc.sql("""
                        INSERT INTO account_member (organisation_id, account_id, role, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organisation_id, account_id) DO UPDATE SET role = excluded.role
                        WHERE account_member.role <> excluded.role
                        """)
                        .param(organisation.value())
                        .param(account.value())
                        .param(role.column())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
        if (changed) {
            audit.note(new Deed(organisation, AuditActor.PLATFORM, AuditAction.ROLE_GIVEN, account.toString())
                    .with("role", role.column()));
        }
        return changed;
    }

    void leave(OrganisationId organisation, AccountId account) {
        int left = jdbc.sql("DELETE FROM account_member WHERE organisation_id = ? AND account_id = ?")
                .param(organisation.value())
                .param(account.value())
                .update();
        if (left > 0) {
            audit.note(new Deed(organisation, AuditActor.PLATFORM, AuditAction.ROLE_TAKEN, account.toString()));
        }
    }

    List<Membership> memberships(AccountId account) {
        return jdbc.sql("SELECT * FROM account_memberships(?)")
                .param(account.value())
                .query((row, n) -> new Membership(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("name"),
                        Role.of(row.getString("role"))))
                .list();
    }

    /** Those of these accounts that work for the organisation whose transaction this is. */
    List<UUID> members(OrganisationId organisation, Collection<UUID> accounts) {
        return jdbc.sql("SELECT account_id FROM account_member WHERE organisation_id = ? AND account_id = ANY (?)")
                .param(organisation.value())
                .param(accounts.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Those that work for the organisation whose transaction this is. */
    Map<AccountId, Role> members(OrganisationId organisation) {
        var members = new HashMap<AccountId, Role>();
        jdbc.sql("SELECT account_id, role FROM account_member WHERE organisation_id = ?")
                .param(organisation.value())
                .query(row -> {
                    members.put(new AccountId(row.getObject(1, UUID.class)), Role.of(row.getString(2)));
                });
        return members;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("SELECT * FROM account WHERE id = ?")
                .param(id.value())
                .query((row, n) -> known(row).account())
                .optional();
    }

    Map<AccountId, String> names(Collection<UUID> accounts) {
        var names = new HashMap<AccountId, String>();
        jdbc.sql("SELECT id, name FROM account WHERE id = ANY (?)")
                .param(accounts.toArray(UUID[]::new))
                .query(row -> {
                    var id = new AccountId(row.getObject(1, UUID.class));
                    try {
                        names.put(id, opened(id, "name", row.getBytes(2)));
                    } catch (Unreadable lost) {
                        LOG.warn(
                                "The name of account {} can't be read: {}",
                                id,
                                lost.reason().word());
                    }
                });
        return names;
    }

    /** The hash of the password of an account that works for somebody. */
    Optional<String> password(AccountId account) {
        return jdbc.sql("SELECT password FROM account WHERE id = ? AND EXISTS (SELECT FROM account_memberships(?))")
                .params(account.value(), account.value())
                .query(String.class)
                .optional();
    }
}
