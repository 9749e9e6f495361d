package com.qliento.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Which databases this node works on, migrated before anybody gets a connection. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String MAIN = "qliento";
    private static final String KEYS = "qliento_keys";

    @Bean
    Databases databases(Environment settings) {
        var url = settings.getProperty("spring.datasource.url");
        return url == null || url.isBlank() ? embedded(settings) : external(settings, url);
    }

    private static Databases embedded(Environment settings) {
        var server = EmbeddedServer.start(Path.of(settings.getProperty("qliento.data-dir", "./data")));
        try {
            var keysUrl = settings.getProperty("qliento.keys.url");
            var keys = keysUrl == null ? server.login(KEYS) : keysLogin(settings, keysUrl);
            return migrated(new Databases(server.login(MAIN), keys, true, server));
        } catch (RuntimeException failed) {
            closeQuietly(server, failed);
            throw failed;
        }
    }

    private static void closeQuietly(EmbeddedServer server, RuntimeException reason) {
        try {
            server.close();
        } catch (Exception also) {
            reason.addSuppressed(also);
        }
    }

    private static Databases external(Environment settings, String url) {
        var application = new DatabaseLogin.Account(
                settings.getProperty("spring.datasource.username", "postgres"),
                settings.getProperty("spring.datasource.password"));
        var owner = owner(settings, application);
        var main = new DatabaseLogin(url, owner, application);
        var keysUrl = settings.getProperty("qliento.keys.url", beside(url));
        return migrated(new Databases(main, keysLogin(settings, keysUrl), false, () -> {}));
    }

    private static DatabaseLogin.Account owner(Environment settings, DatabaseLogin.Account application) {
        var user = settings.getProperty("spring.flyway.user");
        return user == null
                ? application
                : new DatabaseLogin.Account(user, settings.getProperty("spring.flyway.password"));
    }

    private static DatabaseLogin keysLogin(Environment settings, String url) {
        var application = new DatabaseLogin.Account(
                settings.getProperty(
                        "qliento.keys.username", settings.getProperty("spring.datasource.username", "postgres")),
                firstOf(
                        settings.getProperty("qliento.keys.password"),
                        settings.getProperty("spring.datasource.password")));
        return new DatabaseLogin(url, owner(settings, application), application);
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /** The key database on the same server, for whoever names only the main one. */
    private static String beside(String url) {
        return url.replaceFirst("(/[^/?]+)(\\?|$)", "$1_keys$2");
    }

    private static Databases migrated(Databases databases) {
        Migrations.run(databases.main(), Migrations.MAIN);
        Migrations.run(databases.keys(), Migrations.KEYS);
        return databases;
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Databases databases, Environment settings) {
        return pool("main", databases.main(), settings.getProperty("qliento.database.connections", Integer.class, 20));
    }

    /** The key database; not the primary, so nobody gets it by accident. */
    @Bean
    @Qualifier("keysDataSource")
    DataSource keysDataSource(Databases databases, Environment settings) {
        return pool("keys", databases.keys(), settings.getProperty("qliento.keys.connections", Integer.class, 5));
    }

    private static HikariDataSource pool(String name, DatabaseLogin login, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.application().user());
        pool.setPassword(login.application().password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(2, connections));
        // A webhook must be refused (503) while its sender still listens, so nobody waits long for a connection.
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("ApplicationName", "qliento");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("prepareThreshold", "3");
        if (login.stepsDown()) {
            pool.setConnectionInitSql("SET ROLE " + Migrations.APPLICATION_ROLE);
        }
        return pool;
    }

    /** Part of readiness. */
    @Bean
    DataDisk dataDiskHealthIndicator(Databases databases, Environment settings) {
        return new DataDisk(
                databases.embedded() ? Path.of(settings.getProperty("qliento.data-dir", "./data")) : null,
                settings.getProperty("qliento.database.least-disk-megabytes", Long.class, 100L));
    }

    /** No part of readiness: what it tells of is for the operator to change. */
    @Bean
    ServerLogHealth databaseLogHealthIndicator(
            DataSource dataSource, @Qualifier("keysDataSource") DataSource keysDataSource) {
        return new ServerLogHealth(dataSource, keysDataSource);
    }

    /** Notifications and node number of this process. */
    @Bean
    NodeConnection nodeConnection(Databases databases, ApplicationEventPublisher events) {
        return new NodeConnection(databases.main(), events);
    }
}
