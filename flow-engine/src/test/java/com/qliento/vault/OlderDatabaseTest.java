package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.ErasedBefore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erased person stays erased, whichever of the two databases is put back from a backup. */
class OlderDatabaseTest {

    private final OrganisationId organisation = anOrganisation();
    private final SubjectId subject = SubjectId.random();
    private final Place place = aPlace();
    private final VaultDatabases databases = new VaultDatabases();

    @TempDir
    private Path dataDir;

    private VaultFixture node;
    private BlindIndex number;

    @BeforeEach
    void start() {
        node = VaultFixture.start(databases, dataDir);
        number = node.vault().index(organisation, "phone", "4930901820");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void restart() {
        node.close();
        node = VaultFixture.start(databases, dataDir);
    }

    private void erase() {
        node.bean(OrganisationScope.class)
                .run(organisation, () -> node.vault().suppress(organisation, Set.of(number), NOW));
        assertThat(node.vault().destroySubject(organisation, subject)).isTrue();
    }

    private void assertKnownAsErased() {
        assertThat(node.vault().suppressed(organisation, Set.of(number))).containsOnlyKeys(number);
        assertThat(node.vault().erased(organisation, Set.of(subject))).containsExactly(subject);
    }

    @Test
    void somebody_who_was_erased_is_known_by_number_and_by_nothing_that_leads_to_others() {
        node.vault().seal(organisation, subject, place, NOW, new byte[] {1});
        var another = node.vault().index(organisation, "phone", "4930901821");

        erase();

        assertThat(node.vault().suppressed(organisation, Set.of(number, another)))
                .containsOnlyKeys(number)
                .containsValue(NOW);
        assertThat(node.vault().suppressed(anOrganisation(), Set.of(number))).isEmpty();
        assertThat(List.of(databases.keys(), databases.main()))
                .allSatisfy(database -> assertThat(database.sql("SELECT value FROM vault_suppression")
                                .query(byte[].class)
                                .list())
                        .hasSize(1)
                        .noneSatisfy(value -> assertThat(value).isEqualTo(number.bytes())));
    }

    @Test
    void erased_once_more_counts_from_the_later_time() {
        var scope = node.bean(OrganisationScope.class);
        var later = NOW.plus(Duration.ofDays(9));

        scope.run(organisation, () -> node.vault().suppress(organisation, Set.of(number), later));
        scope.run(organisation, () -> node.vault().suppress(organisation, Set.of(number), NOW));

        assertThat(node.vault().suppressed(organisation, Set.of(number))).containsValue(later);
    }

    @Test
    void an_older_main_database_learns_from_the_keys_who_was_erased_and_whoever_erases_is_told() {
        node.vault().seal(organisation, subject, place, NOW, new byte[] {1});
        erase();
        databases.main().sql("DELETE FROM vault_suppression").update();
        databases.main().sql("DELETE FROM vault_tombstone").update();

        node.close();
        var told = new ArrayList<SubjectId>();
        node = VaultFixture.start(databases, dataDir, (ErasedBefore) (of, subjects) -> told.addAll(subjects));

        assertThat(told).containsExactly(subject);
        assertKnownAsErased();
        restart();
        assertThat(told).hasSize(1);
    }

    @Test
    void an_older_key_database_learns_from_the_main_one_who_was_erased() {
        var sealed = node.vault().seal(organisation, subject, place, NOW, new byte[] {1});
        var key = databases
                .keys()
                .sql("SELECT wrapped FROM vault_subject_key WHERE subject_id = ?")
                .param(subject.value())
                .query(byte[].class)
                .single();
        erase();
        databases
                .keys()
                .sql("UPDATE vault_subject_key SET wrapped = ?, destroyed_at = NULL WHERE subject_id = ?")
                .params(key, subject.value())
                .update();
        databases.keys().sql("DELETE FROM vault_suppression").update();

        restart();

        assertKnownAsErased();
        assertThatThrownBy(() -> node.vault().open(organisation, place, sealed)).isInstanceOf(KeyDestroyed.class);
        assertThat(databases
                        .keys()
                        .sql("SELECT count(*) FROM vault_suppression")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void without_the_pepper_of_the_erased_nobody_is_taken_for_new() {
        node.vault().createSubjects(organisation, Set.of(subject));
        erase();
        databases.keys().sql("DELETE FROM vault_suppression_pepper").update();

        restart();

        assertThatThrownBy(() -> node.vault().suppressed(organisation, Set.of(number)))
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("backup");
    }
}
