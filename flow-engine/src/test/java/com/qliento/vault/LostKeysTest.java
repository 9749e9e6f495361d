package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key database that is older than the main database, or another one: what is missing from it is lost, not new. */
class LostKeysTest {

    private final OrganisationId organisation = anOrganisation();
    private final Place place = aPlace();

    private VaultFixture node;
    private VaultFixture other;

    @BeforeEach
    void start() {
        node = VaultFixture.start();
        other = node.again();
    }

    @AfterEach
    void stop() {
        node.close();
        other.close();
    }

    @Test
    void a_pepper_that_is_missing_stops_the_start_and_is_not_made_anew() {
        node.vault().index(organisation, "phone", "34600000001");
        node.databases().keys().sql("DELETE FROM vault_pepper").update();

        assertThatThrownBy(() -> node.again().close())
                .rootCause()
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("the pepper of organisation " + organisation)
                .hasMessageContaining("qliento.keys.url")
                .hasMessageContaining("Put back a backup");
        assertThatThrownBy(() -> other.vault().index(organisation, "phone", "34600000001"))
                .isInstanceOf(KeysLost.class);
        assertThat(peppers()).isZero();
        assertThat(other.vault().index(anOrganisation(), "phone", "34600000001"))
                .as("an organisation that is new gets one")
                .isNotNull();
    }

    @Test
    void a_pepper_of_another_key_database_is_told_from_the_one_that_was() {
        node.vault().index(organisation, "phone", "34600000001");
        node.databases()
                .main()
                .sql("UPDATE vault_made SET pepper_check = decode(repeat('00', 16), 'hex')")
                .update();

        assertThatThrownBy(() -> other.vault().index(organisation, "phone", "34600000001"))
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("another one");
    }

    @Test
    void a_pepper_from_before_it_was_noted_is_noted_with_its_first_use() {
        var index = node.vault().index(organisation, "phone", "34600000001");
        node.databases().main().sql("DELETE FROM vault_made").update();

        assertThat(other.vault().index(organisation, "phone", "34600000001")).isEqualTo(index);

        node.databases().keys().sql("DELETE FROM vault_pepper").update();
        assertThatThrownBy(() -> node.again().close()).hasRootCauseInstanceOf(KeysLost.class);
    }

    @Test
    void the_latest_hours_key_tells_at_the_start_that_the_key_database_is_older() {
        node.vault().seal(organisation, SubjectId.random(), place, NOW, new byte[] {1});
        try (var restarted = node.again()) {
            assertThat(restarted.vault()).isNotNull();
        }
        node.databases().keys().sql("DELETE FROM vault_hour_key").update();

        assertThatThrownBy(() -> node.again().close())
                .rootCause()
                .isInstanceOf(KeysLost.class)
                .hasMessageContaining("the key of the hour");
    }

    @Test
    void hours_whose_time_is_over_are_not_lost() {
        node.vault().seal(organisation, SubjectId.random(), place, NOW, new byte[] {1});
        node.vault().destroyHoursBefore(organisation, NOW.plusSeconds(7200));

        try (var restarted = node.again()) {
            assertThat(restarted.vault()).isNotNull();
        }
    }

    @Test
    void the_key_of_an_organisations_secrets_is_not_made_anew() {
        node.vault().sealSecret(organisation, place, new byte[] {1});
        node.databases().keys().sql("DELETE FROM vault_subject_key").update();

        assertThatThrownBy(() -> other.vault().sealSecret(organisation, place, new byte[] {1}))
                .isInstanceOf(KeysLost.class);
        assertThatThrownBy(() -> node.again().close())
                .rootCause()
                .hasMessageContaining("the key for the secrets of organisation " + organisation);
    }

    @Test
    void an_operator_who_knows_it_goes_on_and_what_is_lost_says_so() {
        var sealed = node.vault().seal(organisation, SubjectId.random(), place, NOW, new byte[] {1});
        node.databases().keys().sql("DELETE FROM vault_hour_key").update();

        try (var restarted = node.againWith("qliento.vault.go-on-without-lost-keys", "true")) {
            assertThatThrownBy(() -> restarted.vault().open(organisation, place, sealed))
                    .isInstanceOfSatisfying(
                            Unreadable.class, lost -> assertThat(lost.reason()).isEqualTo(Unreadable.Reason.KEY_LOST));
        }
    }

    private long peppers() {
        return node.databases()
                .keys()
                .sql("SELECT count(*) FROM vault_pepper WHERE organisation_id = ?")
                .param(organisation.value())
                .query(Long.class)
                .single();
    }
}
