package com.qliento.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qliento.database.DatabaseNotification;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels of all organisations. Look-ups are cached; a change reaches every node at once, at the latest in a minute. */
@Component
public class Channels {

    /** Said of a number that is connected already, to anybody. */
    public static final ProblemType NUMBER_TAKEN =
            new ProblemType(ProblemKind.CONFLICT, "number-taken", "The number is connected already");

    private static final String TOPIC = "channel";
    private static final String[] NONE = {};
    private static final int SECRET_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final OrganisationScope scope;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final Cache<String, Optional<Channel>> byNumber = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final Cache<UUID, Channel> byId = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Channels(OrganisationScope scope, JdbcClient jdbc, Vault vault, Clock clock) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Connects a number to the organisation; throws {@link Problem} (conflict) when it is connected already, to anybody. */
    public Channel add(OrganisationId organisation, NewChannel channel) {
        var id = TimeOrderedId.at(clock.instant());
        try {
            scope.run(organisation, () -> {
                insert(organisation, id, channel);
                changed();
            });
        } catch (DuplicateKeyException taken) {
            throw NUMBER_TAKEN.because("The phone number id " + channel.phoneNumberId()
                    + " is connected already. Disconnect it there first, or check the id in Meta's app dashboard.");
        }
        byNumber.invalidate(channel.phoneNumberId());
        return withNumber(channel.phoneNumberId()).orElseThrow();
    }

    private void insert(OrganisationId organisation, UUID id, NewChannel channel) {
        jdbc.sql("""
                        INSERT INTO channel (id, organisation_id, phone_number_id, account_id, display_number,
                          app_secret, access_token, verify_token_hash, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(organisation.value())
                .param(channel.phoneNumberId())
                .param(channel.accountId())
                .param(channel.displayNumber())
                .param(sealed(organisation, id, "app_secret", channel.appSecret()))
                .param(sealed(organisation, id, "access_token", channel.accessToken()))
                .param(hash(channel.verifyToken()))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] sealed(OrganisationId organisation, UUID id, String column, String secret) {
        return vault.sealSecret(organisation, new Place("channel", column, id), secret.getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    /** The channel with Meta's id of its number. */
    public Optional<Channel> withNumber(String phoneNumberId) {
        return byNumber.get(phoneNumberId, number -> find(List.of(number), List.of()).stream()
                .findFirst());
    }

    /** The channels of this WhatsApp business account. */
    public List<Channel> ofAccount(String accountId) {
        return find(List.of(), List.of(accountId));
    }

    /** The channels with one of these numbers or of one of these accounts, found at once. */
    public List<Channel> named(Collection<String> phoneNumberIds, Collection<String> accountIds) {
        return phoneNumberIds.isEmpty() && accountIds.isEmpty() ? List.of() : find(phoneNumberIds, accountIds);
    }

    /** One channel of each organisation, 100 at most: whose secrets to try on a webhook that names none of our numbers. */
    public List<Channel> oneOfEach() {
        return jdbc.sql("SELECT * FROM channel_sample()").query(this::read).list();
    }

    /** The organisation's channel; throws {@link Problem} (not found) when it has none such. */
    public Channel get(OrganisationId organisation, ChannelId id) {
        var channel = byId.get(
                id.value(),
                unknown -> scope.in(organisation, () -> jdbc.sql("SELECT * FROM channel WHERE id = ?")
                        .param(unknown)
                        .query(this::read)
                        .optional()
                        .orElseThrow(() -> Problem.notFound("channel", id))));
        if (!channel.organisation().equals(organisation)) {
            throw Problem.notFound("channel", id);
        }
        return channel;
    }

    /** The organisation's channels, in the order they were added. */
    public List<Channel> of(OrganisationId organisation) {
        return scope.in(organisation, () -> jdbc.sql("SELECT * FROM channel ORDER BY id")
                .query(this::read)
                .list());
    }

    /** Disconnects the number: webhooks for it are refused from now on. */
    public void remove(OrganisationId organisation, ChannelId id) {
        int removed = scope.in(organisation, () -> {
            changed();
            return jdbc.sql("DELETE FROM channel WHERE id = ?")
                    .param(id.value())
                    .update();
        });
        if (removed == 0) {
            throw Problem.notFound("channel", id);
        }
        forgetAll();
    }

    /** Another app secret and verify token for the organisation's channel: what was signed with the one before is refused. */
    public void renew(OrganisationId organisation, ChannelId id, String appSecret, String verifyToken) {
        scope.run(organisation, () -> {
            jdbc.sql("UPDATE channel SET app_secret = ?, verify_token_hash = ? WHERE organisation_id = ? AND id = ?")
                    .param(sealed(organisation, id.value(), "app_secret", appSecret))
                    .param(hash(verifyToken))
                    .param(organisation.value())
                    .param(id.value())
                    .update();
            changed();
        });
        forgetAll();
    }

    /** The organisation's channel is of this WhatsApp business account: what Meta says of the account concerns it. */
    public void belongsTo(OrganisationId organisation, ChannelId id, String accountId) {
        scope.run(organisation, () -> {
            jdbc.sql("UPDATE channel SET account_id = ? WHERE organisation_id = ? AND id = ?")
                    .param(accountId)
                    .param(organisation.value())
                    .param(id.value())
                    .update();
            changed();
        });
        forgetAll();
    }

    /** Whether some channel has this verify token; Meta sends it when a webhook address is registered. */
    public boolean knowsVerifyToken(String token) {
        return jdbc.sql("SELECT channel_verify_token_known(?)")
                .param(hash(token))
                .query(Boolean.class)
                .single();
    }

    private List<Channel> find(Collection<String> numbers, Collection<String> accounts) {
        return jdbc.sql("SELECT * FROM channel_find(?, ?)")
                .param(numbers.toArray(NONE))
                .param(accounts.toArray(NONE))
                .query(this::read)
                .list();
    }

    private Channel read(ResultSet row, int n) throws SQLException {
        try {
            return opened(row);
        } catch (Unreadable lost) {
            LOG.error(
                    "The secrets of channel {} can't be read ({}): disconnect its number and connect it again",
                    row.getObject("id", UUID.class),
                    lost.reason().word());
            return closed(row);
        }
    }

    /** A number whose secrets can't be read is there nevertheless: nothing is recognised as its, nothing sent from it. */
    private static Channel closed(ResultSet row) throws SQLException {
        var nobodyKnows = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(nobodyKnows);
        return new Channel(
                new ChannelId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("phone_number_id"),
                row.getString("account_id"),
                row.getString("display_number"),
                nobodyKnows,
                "unreadable");
    }

    private Channel opened(ResultSet row) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        return new Channel(
                new ChannelId(id),
                organisation,
                row.getString("phone_number_id"),
                row.getString("account_id"),
                row.getString("display_number"),
                vault.openSecret(
                        organisation, new Place("channel", "app_secret", id), Sealed.of(row.getBytes("app_secret"))),
                new String(
                        vault.openSecret(
                                organisation,
                                new Place("channel", "access_token", id),
                                Sealed.of(row.getBytes("access_token"))),
                        StandardCharsets.UTF_8));
    }

    private void changed() {
        jdbc.sql("SELECT pg_notify('qliento', ?)")
                .param(TOPIC + ":")
                .query((row, n) -> true)
                .single();
    }

    @EventListener
    void forget(DatabaseNotification notification) {
        if (notification.concerns(TOPIC)) {
            forgetAll();
        }
    }

    private void forgetAll() {
        byNumber.invalidateAll();
        byId.invalidateAll();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
