package com.qliento.vault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new main database and a new key database, migrated, on the one embedded PostgreSQL of this test run. The
 * application connects as {@code qliento_app}, which owns nothing; tests look behind the policies as superuser.
 */
final class VaultDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int number = COUNT.incrementAndGet();

    VaultDatabases() {
        create(mainName(), "classpath:db/migration");
        create(keysName(), "classpath:db/keys");
    }

    /** Started with the first use; ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("CREATE ROLE qliento_app LOGIN")
                        .update();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void create(String database, String migrations) {
        server().sql("CREATE DATABASE " + database).update();
        Flyway.configure()
                .dataSource(Server.POSTGRES.getDatabase("postgres", database))
                .locations(migrations)
                .load()
                .migrate();
    }

    String mainName() {
        return "vault_main_" + number;
    }

    String keysName() {
        return "vault_keys_" + number;
    }

    /** The server as superuser, on no database of ours. */
    static JdbcClient server() {
        return JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
    }

    /** A database as superuser: sees all rows. */
    DataSource superuser(String database) {
        return Server.POSTGRES.getDatabase("postgres", database);
    }

    /** The key database as superuser: sees all rows. */
    JdbcClient keys() {
        return JdbcClient.create(superuser(keysName()));
    }

    /** The main database as superuser: sees all rows. */
    JdbcClient main() {
        return JdbcClient.create(superuser(mainName()));
    }

    /** A pool of connections as the application has them; patient, for a machine with much else to do. */
    static HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl(Server.POSTGRES.getJdbcUrl("qliento_app", database));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }
}
