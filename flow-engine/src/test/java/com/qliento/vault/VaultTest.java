package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final byte[] PLAIN = "Привет, is my order 4711 on its way?".getBytes(UTF_8);

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

    private Sealed sealed() {
        return node.vault().seal(organisation, subject, place, NOW, PLAIN);
    }

    @Test
    void what_was_sealed_opens_at_its_place() {
        Sealed sealed = sealed();

        byte[] opened = node.vault().open(organisation, place, Sealed.of(sealed.bytes()));

        assertThat(opened).isEqualTo(PLAIN);
    }

    @Test
    void an_empty_value_can_be_sealed() {
        Sealed sealed = node.vault().seal(organisation, subject, place, NOW, new byte[0]);

        assertThat(node.vault().open(organisation, place, sealed)).isEmpty();
    }

    @Test
    void another_node_opens_it_too() {
        Sealed sealed = sealed();

        try (VaultFixture other = node.again()) {
            assertThat(other.vault().open(organisation, place, sealed)).isEqualTo(PLAIN);
        }
    }

    @Test
    void the_same_value_sealed_twice_looks_different() {
        assertThat(sealed()).isNotEqualTo(sealed());
    }

    @Test
    void a_value_moved_to_another_row_column_or_table_does_not_open() {
        Sealed sealed = sealed();

        assertTampered(organisation, new Place(place.table(), place.column(), UUID.randomUUID()), sealed);
        assertTampered(organisation, new Place(place.table(), "contentx", place.row()), sealed);
        assertTampered(organisation, new Place("inbox_messag", "e" + place.column(), place.row()), sealed);
    }

    @Test
    void a_value_of_another_organisation_does_not_open() {
        Sealed sealed = sealed();
        OrganisationId other = anOrganisation();
        node.vault().seal(other, SubjectId.random(), place, NOW, PLAIN);

        assertTampered(other, place, sealed);
    }

    @Test
    void a_value_of_a_subject_that_both_organisations_know_does_not_open_in_the_other() {
        Sealed sealed = sealed();
        OrganisationId other = anOrganisation();
        node.vault().seal(other, subject, place, NOW, PLAIN);

        assertTampered(other, place, sealed);
    }

    @Test
    void a_value_relabelled_to_another_subject_does_not_open() {
        SubjectId other = SubjectId.random();
        node.vault().createSubjects(organisation, List.of(other));
        Sealed sealed = sealed();

        Sealed relabelled = Sealed.dated(other, sealed.receivedAtMillis(), sealed.ciphertext());

        assertTampered(organisation, place, relabelled);
    }

    @Test
    void no_single_changed_byte_goes_unnoticed() {
        byte[] bytes = sealed().bytes();

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> node.vault().open(organisation, place, Sealed.of(changed)))
                    .as("byte %d", i)
                    .isInstanceOf(Tampered.class);
        }
    }

    @Test
    void a_kept_value_opens_at_its_place_and_nowhere_else() {
        Sealed kept = node.vault().sealKept(organisation, subject, place, PLAIN);
        SubjectId other = SubjectId.random();
        node.vault().createSubjects(organisation, List.of(other));

        assertThat(node.vault().open(organisation, place, Sealed.of(kept.bytes())))
                .isEqualTo(PLAIN);
        assertTampered(organisation, aPlace(), kept);
        assertTampered(anOrganisation(), place, kept);
        assertTampered(organisation, place, Sealed.kept(other, kept.ciphertext()));
        assertThatThrownBy(() -> node.vault().openSecret(organisation, place, kept))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void no_single_changed_byte_of_a_kept_value_goes_unnoticed() {
        byte[] bytes =
                node.vault().sealKept(organisation, subject, place, PLAIN).bytes();

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> node.vault().open(organisation, place, Sealed.of(changed)))
                    .as("byte %d", i)
                    .isInstanceOf(Tampered.class);
        }
    }

    @Test
    void a_secret_opens_at_its_place_and_nowhere_else() {
        Sealed secret = node.vault().sealSecret(organisation, place, PLAIN);

        assertThat(node.vault().openSecret(organisation, place, Sealed.of(secret.bytes())))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> node.vault().openSecret(organisation, aPlace(), secret))
                .isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> node.vault().openSecret(anOrganisation(), place, secret))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void a_secret_is_no_personal_value_nor_the_other_way_round() {
        Sealed secret = node.vault().sealSecret(organisation, place, PLAIN);

        assertTampered(organisation, place, secret);
        assertThatThrownBy(() -> node.vault().openSecret(organisation, place, sealed()))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void a_value_has_one_index_in_an_organisation() {
        BlindIndex index = node.vault().index(organisation, "phone", "49151555");

        assertThat(node.vault().index(organisation, "phone", "49151555")).isEqualTo(index);
        assertThat(BlindIndex.of(index.bytes())).isEqualTo(index);
        try (VaultFixture other = node.again()) {
            assertThat(other.vault().index(organisation, "phone", "49151555")).isEqualTo(index);
        }
    }

    @Test
    void an_index_tells_values_kinds_and_organisations_apart() {
        BlindIndex index = node.vault().index(organisation, "phone", "49151555");

        assertThat(node.vault().index(organisation, "phone", "49151556")).isNotEqualTo(index);
        assertThat(node.vault().index(organisation, "phone4", "9151555")).isNotEqualTo(index);
        assertThat(node.vault().index(organisation, "bsuid", "49151555")).isNotEqualTo(index);
        assertThat(node.vault().index(anOrganisation(), "phone", "49151555")).isNotEqualTo(index);
    }

    @Test
    void neither_a_seal_nor_an_index_shows_its_bytes() {
        assertThat(sealed()).hasToString("Sealed");
        assertThat(node.vault().index(organisation, "phone", "49151555")).hasToString("BlindIndex");
    }

    private static void assertTampered(OrganisationId organisation, Place place, Sealed sealed) {
        assertThatThrownBy(() -> node.vault().open(organisation, place, sealed)).isInstanceOf(Tampered.class);
    }
}
