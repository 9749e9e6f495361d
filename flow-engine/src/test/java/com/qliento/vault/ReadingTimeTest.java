package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came is read for its time and no longer, whoever sweeps or does not. */
class ReadingTimeTest {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final Duration MONTH = Duration.ofDays(30);

    private static VaultFixture node;

    private final OrganisationId organisation = anOrganisation();
    private final SubjectId subject = SubjectId.random();
    private final Place place = aPlace();

    @BeforeAll
    @BeforeContainer
    static void start() {
        node = VaultFixture.start();
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        node.close();
    }

    @BeforeEach
    @BeforeTry
    void it_is_now() {
        node.itIs(NOW);
    }

    @Test
    void a_value_is_read_for_thirty_days_and_then_by_nobody() {
        var came = NOW.plusMillis(123);
        Sealed sealed = node.vault().seal(organisation, subject, place, came, PLAIN);

        node.itIs(came.plus(MONTH).minusMillis(1));
        assertThat(node.vault().open(organisation, place, Sealed.of(sealed.bytes())))
                .isEqualTo(PLAIN);

        node.itIs(came.plus(MONTH));
        assertExpired(sealed);
    }

    @Test
    void a_value_of_before_whose_hour_alone_is_known_is_never_read_too_long() {
        Sealed sealed = Sealed.of(new SealedBefore(organisation, subject, place, NOW)
                .bytes(node.bean(SubjectKeys.class), node.bean(HourKeys.class), "x"));
        var hour = NOW.truncatedTo(ChronoUnit.HOURS);

        node.itIs(hour.plus(MONTH).minusMillis(1));
        assertThat(node.vault().open(organisation, place, sealed)).isEqualTo(new byte[] {'x'});

        node.itIs(hour.plus(MONTH));
        assertExpired(sealed);
        // What is kept is only in the form of before until it is sealed anew.
        assertThat(node.vault().openKept(organisation, place, sealed)).hasSize(1);
    }

    @Test
    void a_shorter_time_of_one_organisation_holds_for_what_it_has_already_and_for_nobody_else() {
        OrganisationId other = anOrganisation();
        Sealed sealed = node.vault().seal(organisation, subject, place, NOW, PLAIN);
        Sealed others = node.vault().seal(other, subject, place, NOW, PLAIN);
        node.itIs(NOW.plus(Duration.ofDays(7)));
        assertThat(node.vault().open(organisation, place, sealed)).isEqualTo(PLAIN);

        node.reads(organisation, Duration.ofDays(7));

        assertExpired(sealed);
        assertThat(node.vault().open(other, place, others)).isEqualTo(PLAIN);
    }

    @Test
    void what_is_kept_and_what_is_a_secret_has_no_such_time() {
        Sealed kept = node.vault().sealKept(organisation, subject, place, PLAIN);
        Sealed secret = node.vault().sealSecret(organisation, place, PLAIN);

        node.itIs(NOW.plus(Duration.ofDays(4000)));

        assertThat(node.vault().open(organisation, place, kept)).isEqualTo(PLAIN);
        assertThat(node.vault().openSecret(organisation, place, secret)).isEqualTo(PLAIN);
    }

    @Test
    void the_reason_is_the_same_before_the_sweep_and_after_it() {
        Sealed sealed = node.vault().seal(organisation, subject, place, NOW, PLAIN);
        node.itIs(NOW.plus(MONTH).plus(Duration.ofHours(1)));
        assertExpired(sealed);

        node.vault().destroyHoursBefore(organisation, NOW.plus(Duration.ofHours(1)));

        assertExpired(sealed);
        node.vault().destroySubject(organisation, subject);
        assertThatThrownBy(() -> node.vault().open(organisation, place, sealed)).isInstanceOf(KeyDestroyed.class);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void what_is_read_before_a_sweep_is_read_after_it(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 10_800_000) Integer> millisBeforeTheEnd,
            @ForAll @IntRange(max = 7_200_000) int later) {
        OrganisationId own = anOrganisation();
        var sealed = millisBeforeTheEnd.stream()
                .map(millis -> NOW.minus(Duration.ofHours(1)).plusMillis(millis))
                .map(at -> node.vault().seal(own, subject, place, at, PLAIN))
                .toList();
        Instant now = NOW.plus(MONTH).plusMillis(later);
        node.itIs(now);
        Map<Sealed, Boolean> before = read(own, sealed);

        var unused = node.vault().destroyHoursBefore(own, now.minus(MONTH));

        assertThat(read(own, sealed)).isEqualTo(before);
        // And what nobody reads before it is at the latest gone with the sweep an hour later.
        node.vault().destroyHoursBefore(own, now.minus(MONTH).plus(Duration.ofHours(1)));
        before.forEach((one, readable) -> {
            if (!readable) {
                assertThatThrownBy(() -> node.vault().openKept(own, place, one)).isInstanceOf(KeyDestroyed.class);
            }
        });
    }

    private Map<Sealed, Boolean> read(OrganisationId own, List<Sealed> all) {
        return all.stream().distinct().collect(Collectors.toMap(one -> one, one -> isRead(own, one)));
    }

    private boolean isRead(OrganisationId own, Sealed one) {
        try {
            return node.vault().open(own, place, one).length > 0;
        } catch (KeyDestroyed gone) {
            return false;
        }
    }

    private void assertExpired(Sealed sealed) {
        assertThatThrownBy(() -> node.vault().open(organisation, place, sealed))
                .isInstanceOfSatisfying(
                        KeyDestroyed.class, gone -> assertThat(gone.reason()).isEqualTo(Unreadable.Reason.EXPIRED));
    }
}
