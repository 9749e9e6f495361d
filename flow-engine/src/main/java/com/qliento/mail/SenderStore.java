package com.qliento.mail;

import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailServer;
import com.qliento.connector.mail.MailServer.Security;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The senders as rows. Runs inside a transaction of the organisation. */
@Component
class SenderStore {

    private static final String FIND = "SELECT * FROM mail_sender WHERE organisation_id = ?";

    private final JdbcClient jdbc;
    private final Vault vault;

    SenderStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** From whom mail comes and how it leaves, with the password opened. */
    record Account(MailAddress from, @Nullable MailAddress bouncesTo, MailServer server) {

        @Override
        public String toString() {
            return "Account";
        }
    }

    Optional<MailSender> find(OrganisationId organisation) {
        return jdbc.sql(FIND)
                .param(organisation.value())
                .query(SenderStore::shown)
                .optional();
    }

    private static MailSender shown(ResultSet row, int n) throws SQLException {
        return new MailSender(
                row.getString("address"),
                row.getString("name"),
                row.getString("bounces_to"),
                row.getString("host"),
                row.getInt("port"),
                security(row),
                row.getString("user_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    /** @throws com.qliento.vault.Unreadable when the password can't be opened any more */
    Optional<Account> account(OrganisationId organisation) {
        return jdbc.sql(FIND)
                .param(organisation.value())
                .query((row, n) -> new Account(
                        MailAddress.parse(row.getString("address"))
                                .orElseThrow()
                                .named(row.getString("name")),
                        bounces(row),
                        new MailServer(
                                row.getString("host"),
                                row.getInt("port"),
                                security(row),
                                row.getString("user_name"),
                                opened(organisation, row.getBytes("password")))))
                .optional();
    }

    private static @Nullable MailAddress bounces(ResultSet row) throws SQLException {
        var to = row.getString("bounces_to");
        return to == null ? null : MailAddress.parse(to).orElseThrow();
    }

    private static Security security(ResultSet row) throws SQLException {
        return Security.valueOf(row.getString("security").toUpperCase(Locale.ROOT));
    }

    private @Nullable String opened(OrganisationId organisation, byte @Nullable [] locked) {
        return locked == null
                ? null
                : new String(
                        vault.openSecret(organisation, place(organisation), Sealed.of(locked)), StandardCharsets.UTF_8);
    }

    void save(OrganisationId organisation, MailSender sender, @Nullable String password) {
        var locked = password == null
                ? null
                : vault.sealSecret(organisation, place(organisation), password.getBytes(StandardCharsets.UTF_8))
                        .bytes();
        jdbc.sql("""
                        INSERT INTO mail_sender (organisation_id, address, name, bounces_to, host, port, security, user_name, password,
                          changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id) DO UPDATE SET address = excluded.address, name = excluded.name,
                          bounces_to = excluded.bounces_to,
                          host = excluded.host, port = excluded.port, security = excluded.security,
                          user_name = excluded.user_name, password = excluded.password,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param(organisation.value())
                .param(sender.address())
                .param(sender.name())
                .param(sender.bouncesTo())
                .param(sender.host())
                .param(sender.port())
                .param(sender.security().name().toLowerCase(Locale.ROOT))
                .param(sender.user())
                .param(locked)
                .param(sender.changedAt().atOffset(ZoneOffset.UTC))
                .param(sender.changedBy())
                .update();
    }

    void delete(OrganisationId organisation) {
        jdbc.sql("DELETE FROM mail_sender WHERE organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    private static Place place(OrganisationId organisation) {
        return new Place("mail_sender", "password", organisation.value());
    }
}
