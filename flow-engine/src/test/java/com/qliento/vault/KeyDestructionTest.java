package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyDestructionTest {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final Instant LAST_HOUR = NOW.minus(Duration.ofHours(1));
    private static VaultDatabases databases;

    @TempDir
    private static Path dataDir;

    private final OrganisationId organisation = anOrganisation();
    private final SubjectId subject = SubjectId.random();
    private final Place place = aPlace();
    private VaultFixture node;

    @BeforeAll
    static void createDatabases() {
        databases = new VaultDatabases();
    }

    @BeforeEach
    void start() {
        node = VaultFixture.start(databases, dataDir);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void restart() {
        node.close();
        node = VaultFixture.start(databases, dataDir);
    }

    private Sealed sealedAt(Instant receivedAt) {
        return node.vault().seal(organisation, subject, place, receivedAt, PLAIN);
    }

    private void assertDestroyed(Sealed sealed) {
        assertThatThrownBy(() -> node.vault().open(organisation, place, sealed)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void an_erased_subject_stays_closed_also_after_a_restart() {
        Sealed sealed = sealedAt(NOW);

        boolean destroyed = node.vault().destroySubject(organisation, subject);

        assertThat(destroyed).isTrue();
        assertDestroyed(sealed);
        restart();
        assertDestroyed(sealed);
    }

    @Test
    void erasing_one_subject_leaves_the_others_readable() {
        Sealed sealed = sealedAt(NOW);

        node.vault().destroySubject(organisation, SubjectId.random());
        node.vault().destroySubject(anOrganisation(), subject);

        assertThat(node.vault().open(organisation, place, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void erasing_twice_destroys_once() {
        sealedAt(NOW);
        node.vault().destroySubject(organisation, subject);

        assertThat(node.vault().destroySubject(organisation, subject)).isFalse();
    }

    @Test
    void nothing_can_be_sealed_for_an_erased_subject_again() {
        sealedAt(NOW);
        node.vault().destroySubject(organisation, subject);

        node.vault().createSubjects(organisation, List.of(subject));

        assertThatThrownBy(() -> sealedAt(NOW)).isInstanceOf(KeyDestroyed.class);
        restart();
        assertThatThrownBy(() -> sealedAt(NOW)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void a_key_that_comes_back_with_a_restored_key_database_is_destroyed_at_start() {
        Sealed sealed = sealedAt(LAST_HOUR);
        var keys = databases.keys();
        keys.sql("CREATE TABLE subject_backup AS SELECT * FROM vault_subject_key")
                .update();
        keys.sql("CREATE TABLE hour_backup AS SELECT * FROM vault_hour_key").update();
        node.vault().destroySubject(organisation, subject);
        node.vault().destroyHoursBefore(organisation, NOW);

        keys.sql("TRUNCATE vault_subject_key, vault_hour_key, vault_hour_floor").update();
        keys.sql("INSERT INTO vault_subject_key SELECT * FROM subject_backup").update();
        keys.sql("INSERT INTO vault_hour_key SELECT * FROM hour_backup").update();
        keys.sql("DROP TABLE subject_backup, hour_backup").update();
        restart();

        assertDestroyed(sealed);
        assertThat(count("vault_subject_key WHERE wrapped IS NOT NULL AND subject_id = '" + subject + "'"))
                .isZero();
        assertThat(count("vault_hour_key WHERE organisation_id = '" + organisation + "'"))
                .isZero();
    }

    @Test
    void a_subject_unknown_to_the_restored_key_database_gets_no_new_key() {
        sealedAt(NOW);
        node.vault().destroySubject(organisation, subject);
        databases.keys().sql("TRUNCATE vault_subject_key").update();

        restart();

        assertThatThrownBy(() -> sealedAt(NOW)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void a_destruction_that_crashed_after_its_tombstone_is_finished_at_start() {
        Sealed sealed = sealedAt(NOW);
        node.bean(Tombstones.class).add(new Tombstones.OfSubject(organisation, subject, NOW));

        restart();

        assertDestroyed(sealed);
    }

    @Test
    void a_rollback_around_it_does_not_take_back_the_tombstone() {
        Sealed sealed = sealedAt(NOW);

        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            node.vault().destroySubject(organisation, subject);
            status.setRollbackOnly();
        });

        assertDestroyed(sealed);
        assertThat(databases
                        .main()
                        .sql("SELECT count(*) FROM vault_tombstone WHERE subject_id = ?")
                        .param(subject.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_hour_closes_when_it_has_ended_and_not_before() {
        Sealed lastHour = sealedAt(LAST_HOUR);
        Sealed thisHour = sealedAt(NOW);

        int destroyed = node.vault().destroyHoursBefore(organisation, NOW);

        assertThat(destroyed).isEqualTo(1);
        assertDestroyed(lastHour);
        assertThat(node.vault().open(organisation, place, thisHour)).isEqualTo(PLAIN);
        restart();
        assertDestroyed(lastHour);
        assertThatThrownBy(() -> sealedAt(LAST_HOUR)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void what_is_kept_ends_with_its_person_and_with_no_hour() {
        Sealed kept = node.vault().sealKept(organisation, subject, place, PLAIN);

        node.vault().destroyHoursBefore(organisation, NOW.plus(Duration.ofDays(1)));

        assertThat(node.vault().open(organisation, place, kept)).isEqualTo(PLAIN);
        node.vault().destroySubject(organisation, subject);
        assertDestroyed(kept);
        assertThatThrownBy(() -> node.vault().sealKept(organisation, subject, place, PLAIN))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void the_hours_of_another_organisation_are_left_alone() {
        Sealed sealed = sealedAt(LAST_HOUR);

        node.vault().destroyHoursBefore(anOrganisation(), NOW);

        assertThat(node.vault().open(organisation, place, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void an_earlier_limit_does_not_give_back_what_a_later_one_took() {
        Sealed sealed = sealedAt(LAST_HOUR);
        node.vault().destroyHoursBefore(organisation, NOW);

        node.vault().destroyHoursBefore(organisation, NOW.minus(Duration.ofDays(1)));

        restart();
        assertDestroyed(sealed);
        assertThatThrownBy(() -> sealedAt(LAST_HOUR)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void another_node_forgets_the_keys_when_it_hears_of_it() throws SQLException {
        Sealed lastHour = sealedAt(LAST_HOUR);
        Sealed thisHour = sealedAt(NOW);
        assertThat(node.vault().open(organisation, place, thisHour)).isEqualTo(PLAIN);

        try (VaultFixture other = VaultFixture.start(databases, dataDir);
                Connection listener = databases.superuser(databases.mainName()).getConnection()) {
            listener.createStatement().execute("LISTEN " + DestructionNotices.CHANNEL);
            other.vault().destroyHoursBefore(organisation, NOW);
            hear(listener);
            assertDestroyed(lastHour);
            assertThat(node.vault().open(organisation, place, thisHour)).isEqualTo(PLAIN);
            other.vault().destroySubject(organisation, subject);
            hear(listener);
            assertDestroyed(thisHour);
        }
    }

    private void hear(Connection listener) throws SQLException {
        PGNotification[] notices = listener.unwrap(PGConnection.class).getNotifications(10_000);
        assertThat(notices).hasSize(1);
        node.bean(DestructionNotices.class).heard(notices[0].getParameter());
    }

    @Test
    void a_notice_that_makes_no_sense_does_no_harm() {
        Sealed sealed = sealedAt(NOW);

        for (String notice :
                List.of("", "subject", "subject x y", "hours " + organisation + " x", "moon " + organisation)) {
            node.bean(DestructionNotices.class).heard(notice);
        }

        assertThat(node.vault().open(organisation, place, sealed)).isEqualTo(PLAIN);
    }

    private int count(String rows) {
        return databases
                .keys()
                .sql("SELECT count(*) FROM " + rows)
                .query(Integer.class)
                .single();
    }
}
