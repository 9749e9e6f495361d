package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.ProblemKind;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultDatabaseTest {

    private static final String CANARY = "canary-7f3e-Ingrid-Testsson";
    private static final List<String> KEY_TABLES =
            List.of("vault_subject_key", "vault_hour_key", "vault_hour_floor", "vault_pepper");
    private static final List<String> TOMBSTONES = List.of("vault_tombstone", "vault_hour_tombstone");

    private static VaultFixture node;

    private final OrganisationId organisation = anOrganisation();
    private final SubjectId subject = SubjectId.random();
    private final Place place = aPlace();

    @BeforeAll
    static void start() {
        node = VaultFixture.start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** Leaves a row in every table of the vault. */
    private Sealed useEverything() {
        node.vault().destroyHoursBefore(organisation, NOW);
        node.vault().destroySubject(organisation, SubjectId.random());
        node.vault().index(organisation, "name", CANARY);
        node.vault().sealSecret(organisation, place, CANARY.getBytes(UTF_8));
        return node.vault().seal(organisation, subject, place, NOW, CANARY.getBytes(UTF_8));
    }

    @Test
    void without_an_organisation_the_application_sees_no_row() {
        useEverything();

        try (HikariDataSource keys = VaultDatabases.pool(node.databases().keysName());
                HikariDataSource main = VaultDatabases.pool(node.databases().mainName())) {
            assertThat(KEY_TABLES)
                    .allSatisfy(table -> assertThat(rows(keys, table)).isEmpty());
            assertThat(TOMBSTONES)
                    .allSatisfy(table -> assertThat(rows(main, table)).isEmpty());
        }
        assertThat(KEY_TABLES).allSatisfy(table -> assertThat(node.databases()
                        .keys()
                        .sql("SELECT * FROM " + table)
                        .query()
                        .listOfRows())
                .isNotEmpty());
    }

    @Test
    void the_application_can_neither_write_for_a_foreign_organisation_nor_delete_a_tombstone() {
        useEverything();

        try (HikariDataSource keys = VaultDatabases.pool(node.databases().keysName());
                HikariDataSource main = VaultDatabases.pool(node.databases().mainName())) {
            assertThatThrownBy(() -> JdbcClient.create(keys)
                            .sql("INSERT INTO vault_hour_floor VALUES (gen_random_uuid(), now())")
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> JdbcClient.create(main)
                            .sql("DELETE FROM vault_tombstone")
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void no_table_holds_plain_text() {
        Sealed sealed = useEverything();

        assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("canary");
        assertThat(Stream.concat(
                        KEY_TABLES.stream().map(table -> dump(node.databases().keys(), table)),
                        TOMBSTONES.stream().map(table -> dump(node.databases().main(), table))))
                .noneMatch(dump -> dump.contains("canary") || dump.contains(hex("canary")));
    }

    @Test
    void a_subject_sealed_for_by_many_at_once_gets_one_key() throws Exception {
        try (VaultFixture other = node.again()) {
            List<Sealed> sealed = sealAtOnce(List.of(node.vault(), other.vault()), 16);

            assertThat(sealed).allSatisfy(one -> assertThat(other.vault().open(organisation, place, one))
                    .isEqualTo(CANARY.getBytes(UTF_8)));
        }
        assertThat(dump(node.databases().keys(), "vault_subject_key").split(subject.toString(), -1))
                .hasSize(2);
    }

    private List<Sealed> sealAtOnce(List<Vault> vaults, int times) throws Exception {
        var go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Sealed>> futures = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        Vault vault = vaults.get(i % vaults.size());
                        return vault.seal(organisation, subject, place, NOW, CANARY.getBytes(UTF_8));
                    }))
                    .toList();
            go.countDown();
            var sealed = new ArrayList<Sealed>();
            for (Future<Sealed> future : futures) {
                sealed.add(future.get());
            }
            return sealed;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void creating_subjects_again_changes_nothing_and_mixes_with_new_ones() {
        List<SubjectId> some = Stream.generate(SubjectId::random).limit(1000).toList();
        node.vault().createSubjects(organisation, some.subList(0, 600));
        Sealed before = node.vault().seal(organisation, some.get(599), place, NOW, new byte[] {1});

        try (VaultFixture other = node.again()) {
            other.vault().createSubjects(organisation, some);
            other.vault().createSubjects(organisation, some);
            assertThat(other.vault().open(organisation, place, before)).containsExactly(1);
            Sealed after = other.vault().seal(organisation, some.get(999), place, NOW, new byte[] {2});
            assertThat(node.vault().open(organisation, place, after)).containsExactly(2);
        }
    }

    @Test
    void a_key_row_copied_to_another_subject_does_not_open() {
        node.vault().seal(organisation, subject, place, NOW, new byte[] {1});
        SubjectId thief = SubjectId.random();
        node.databases().keys().sql("""
                        INSERT INTO vault_subject_key
                        SELECT organisation_id, ?, wrapped, created_at FROM vault_subject_key WHERE subject_id = ?
                        """).params(thief.value(), subject.value()).update();

        assertThatThrownBy(() -> node.vault().seal(organisation, thief, place, NOW, new byte[] {1}))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void while_the_key_database_is_away_known_keys_work_and_others_are_unavailable() {
        try (VaultFixture alone = VaultFixture.start()) {
            Sealed sealed = alone.vault().seal(organisation, subject, place, NOW, new byte[] {1});
            alone.losesPatience();

            cutOff(alone.databases().keysName());

            assertThat(alone.vault().open(organisation, place, sealed)).containsExactly(1);
            assertThatThrownBy(() -> alone.vault().seal(organisation, SubjectId.random(), place, NOW, new byte[] {1}))
                    .isInstanceOfSatisfying(
                            KeysUnavailable.class, problem -> assertThat(problem.is(ProblemKind.UNAVAILABLE))
                                    .isTrue());
            assertThat(alone.bean(VaultHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.DOWN);

            connectAgain(alone.databases().keysName());

            alone.vault().seal(organisation, SubjectId.random(), place, NOW, new byte[] {1});
            assertThat(alone.bean(VaultHealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    private static void cutOff(String database) {
        VaultDatabases.server()
                .sql("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false")
                .update();
        VaultDatabases.server()
                .sql("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?")
                .param(database)
                .query((row, n) -> true)
                .list();
    }

    private static void connectAgain(String database) {
        VaultDatabases.server()
                .sql("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true")
                .update();
    }

    private static List<?> rows(HikariDataSource asApplication, String table) {
        return JdbcClient.create(asApplication)
                .sql("SELECT * FROM " + table)
                .query()
                .listOfRows();
    }

    private static String dump(JdbcClient asSuperuser, String table) {
        return String.join(
                "\n",
                asSuperuser
                        .sql("SELECT t::text FROM " + table + " t")
                        .query(String.class)
                        .list());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
