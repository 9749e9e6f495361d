package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.ErasedBefore;
import com.qliento.vault.spi.ReadingTime;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** A vault as the application has it, on real databases: one fixture is one node, started when made. */
public final class VaultFixture implements AutoCloseable {

    /** The clock of every node of the fixture, until it is moved. */
    public static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");

    private final VaultDatabases databases;
    private final Path dataDir;
    private final Map<OrganisationId, Duration> readingTimes = new ConcurrentHashMap<>();
    private final MovedClock clock = new MovedClock();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private VaultFixture(VaultDatabases databases, Path dataDir, Map<String, String> more, ErasedBefore... told) {
        this.databases = databases;
        this.dataDir = dataDir;
        var settings = new MockEnvironment();
        settings.setProperty("qliento.data-dir", dataDir.toString());
        more.forEach(settings::setProperty);
        context.setEnvironment(settings);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ReadingTime.class, () -> of -> readingTimes.getOrDefault(of, Duration.ofDays(30)));
        context.registerBean(
                "dataSource",
                DataSource.class,
                () -> VaultDatabases.pool(databases.mainName()),
                bean -> bean.setPrimary(true));
        context.registerBean("keysDataSource", HikariDataSource.class, () -> VaultDatabases.pool(databases.keysName()));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(context.getBean("dataSource", DataSource.class)));
        context.registerBean(
                JdbcClient.class, () -> JdbcClient.create(context.getBean("dataSource", DataSource.class)));
        for (var one : told) {
            context.registerBean(ErasedBefore.class, () -> one);
        }
        context.register(OrganisationScope.class, VaultConfiguration.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** A node on new, empty databases with a data directory of its own. */
    public static VaultFixture start() {
        try {
            return start(new VaultDatabases(), Files.createTempDirectory("qliento-vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VaultFixture start(VaultDatabases databases, Path dataDir) {
        return new VaultFixture(databases, dataDir, Map.of());
    }

    static VaultFixture start(VaultDatabases databases, Path dataDir, ErasedBefore told) {
        return new VaultFixture(databases, dataDir, Map.of(), told);
    }

    /** One more node on the same databases with the same root keyset; as a restart, when the first was closed. */
    public VaultFixture again() {
        return new VaultFixture(databases, dataDir, Map.of());
    }

    /** The same with a setting of its own. */
    VaultFixture againWith(String setting, String value) {
        return new VaultFixture(databases, dataDir, Map.of(setting, value));
    }

    /** The vault of this node. */
    public Vault vault() {
        return context.getBean(Vault.class);
    }

    /** From now on, this node waits half a second for a connection to the key database, and no longer. */
    void losesPatience() {
        context.getBean("keysDataSource", HikariDataSource.class)
                .getHikariConfigMXBean()
                .setConnectionTimeout(500);
    }

    /** What time it is on this node from now on. */
    void itIs(Instant now) {
        clock.now = now;
    }

    /** From now on, this node reads what came to this organisation for so long, and no longer. */
    void reads(OrganisationId organisation, Duration time) {
        readingTimes.put(organisation, time);
    }

    /** An organisation that no other test uses. */
    public static OrganisationId anOrganisation() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** A place in some table. */
    public static Place aPlace() {
        return new Place("inbox_message", "content", UUID.randomUUID());
    }

    private static final class MovedClock extends Clock {

        private volatile Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    VaultDatabases databases() {
        return databases;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
