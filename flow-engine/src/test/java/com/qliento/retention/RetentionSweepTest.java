package com.qliento.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.database.PartitionKeeper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.policy.PlatformRules;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.KeptValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** Keys of hours and days of tables end when what they hold is over. */
class RetentionSweepTest {

    private static final byte[] PLAIN = {1, 2, 3};
    private static final Duration MONTH = Duration.ofDays(30);

    /** Values that are not sealed anew yet, of whom a test says so. */
    static class Unfinished implements KeptValues {

        final Set<OrganisationId> of = ConcurrentHashMap.newKeySet();

        @Override
        public boolean areSealedAnew(OrganisationId organisation) {
            return !of.contains(organisation);
        }
    }

    private static final Scene SCENE = Scene.startWith(Scene.Setup.usual(), Unfinished.class);

    private final OrganisationId shop = OtherOrganisation.in(SCENE).id();
    private final OrganisationId other = OtherOrganisation.in(SCENE).id();
    private final Vault vault = SCENE.bean(Vault.class);
    private final RetentionSweep sweep = SCENE.bean(RetentionSweep.class);
    private final SweepStore runs = SCENE.bean(SweepStore.class);
    private final OrganisationScope scope = SCENE.bean(OrganisationScope.class);
    private final SubjectId subject = SubjectId.random();
    private final Place place = new Place("inbox_message", "content", UUID.randomUUID());

    @AfterAll
    static void stop() {
        SCENE.close();
    }

    private Instant now() {
        return SCENE.clock().instant();
    }

    private Sealed came(OrganisationId organisation, Duration ago) {
        return vault.seal(organisation, subject, place, now().minus(ago), PLAIN);
    }

    @Test
    void keys_of_hours_that_nobody_may_read_are_destroyed_and_no_others() {
        var over = came(shop, MONTH.plus(Duration.ofHours(2)));
        var readable = came(shop, MONTH.minus(Duration.ofMinutes(2)));
        assertThat(vault.countHoursBefore(shop, now().minus(MONTH))).isOne();

        sweep.sweep();

        assertThat(vault.countHoursBefore(shop, now().minus(MONTH))).isZero();
        assertThatThrownBy(() -> vault.openKept(shop, place, over)).isInstanceOf(KeyDestroyed.class);
        assertThat(vault.open(shop, place, readable)).isEqualTo(PLAIN);
        assertThat(last(shop)).singleElement().satisfies(run -> {
            assertThat(run.hoursDestroyed()).isOne();
            assertThat(run.until()).isEqualTo(now().minus(MONTH).truncatedTo(ChronoUnit.HOURS));
        });
    }

    @Test
    void a_shorter_wish_of_one_organisation_ends_nothing_of_another() {
        var days = Duration.ofDays(8);
        var shops = came(shop, days);
        var others = came(other, days);
        wish(shop, 7);

        sweep.sweep();

        assertThatThrownBy(() -> vault.openKept(shop, place, shops)).isInstanceOf(KeyDestroyed.class);
        assertThat(vault.open(other, place, others)).isEqualTo(PLAIN);
    }

    @Test
    void an_hour_is_swept_once_and_the_next_one_again() {
        sweep.sweep();
        sweep.sweep();
        assertThat(last(shop)).hasSize(1);

        SCENE.passes(Duration.ofHours(1));
        sweep.sweep();

        assertThat(last(shop)).hasSize(2);
    }

    @Test
    void two_nodes_at_once_sweep_once() {
        var gone = came(shop, MONTH.plus(Duration.ofHours(2)));
        var at = now();

        var one = CompletableFuture.runAsync(() -> node().sweep(shop, at, 0));
        var two = CompletableFuture.runAsync(() -> node().sweep(shop, at.plusMillis(1), 0));
        CompletableFuture.allOf(one, two).join();
        node().sweep(shop, at.plusMillis(2), 0);

        assertThat(last(shop)).singleElement().satisfies(run -> assertThat(run.hoursDestroyed())
                .isOne());
        assertThatThrownBy(() -> vault.openKept(shop, place, gone)).isInstanceOf(KeyDestroyed.class);
    }

    private HourSweep node() {
        return new HourSweep(vault, SCENE.bean(Periods.class), List.of(), runs, scope);
    }

    @Test
    void nothing_is_destroyed_before_what_is_kept_is_sealed_anew_and_that_is_told_when_it_lasts() {
        var hourly = came(shop, MONTH.plus(Duration.ofHours(2)));
        var unfinished = SCENE.bean(Unfinished.class);
        var health = SCENE.bean(RetentionHealth.class);
        unfinished.of.add(shop);

        sweep.sweep();
        SCENE.passes(Duration.ofHours(1));
        sweep.sweep();

        assertThat(vault.openKept(shop, place, hourly)).isEqualTo(PLAIN);
        assertThat(last(shop)).isEmpty();
        assertThat(last(other)).hasSize(2);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        SCENE.passes(Duration.ofHours(1).plusMinutes(1));
        sweep.sweep();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        unfinished.of.remove(shop);
        sweep.sweep();

        assertThatThrownBy(() -> vault.openKept(shop, place, hourly)).isInstanceOf(KeyDestroyed.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_sweep_that_does_not_come_is_told_too() {
        sweep.sweep();
        var health = SCENE.bean(RetentionHealth.class);

        SCENE.passes(Duration.ofHours(2).plusMinutes(1));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        sweep.sweep();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_day_of_a_table_goes_when_all_that_was_written_down_on_it_is_over() {
        var days = SCENE.bean(DaySweep.class);
        SCENE.bean(PartitionKeeper.class).keep();
        var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        var midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();

        // What was written down in the last moment of the day is over 30 days later.
        assertThat(dropped(days, midnight.plus(Duration.ofDays(31)).minusMillis(1), "outbox_message", today))
                .isFalse();
        assertThat(dropped(days, midnight.plus(Duration.ofDays(31)), "outbox_message", today))
                .isTrue();
        assertThat(days.count(midnight.plus(Duration.ofDays(31)))).isZero();
        // What a customer wrote may come eight days later.
        assertThat(dropped(days, midnight.plus(Duration.ofDays(39)).minusMillis(1), "inbox_message", today))
                .isFalse();
        assertThat(dropped(days, midnight.plus(Duration.ofDays(39)), "inbox_message", today))
                .isTrue();
        assertThat(dropped(days, midnight.plus(Duration.ofDays(91)).minusMillis(1), "conversation_trace", today))
                .isFalse();
        assertThat(dropped(days, midnight.plus(Duration.ofDays(91)), "call_record", today))
                .isTrue();
        SCENE.bean(PartitionKeeper.class).keep();
    }

    private boolean dropped(DaySweep days, Instant now, String table, LocalDate day) {
        int before = days.count(now);
        assertThat(days.drop(now)).isEqualTo(before);
        return SCENE.jdbc()
                .sql("SELECT to_regclass(?) IS NULL")
                .param(table + "_" + day.toString().replace("-", ""))
                .query(Boolean.class)
                .single();
    }

    @Test
    void it_is_decided_for_every_table_how_long_its_days_are_kept() {
        assertThat(SCENE.bean(PartitionKeeper.class).tables())
                .contains(DaySweep.TRACES.toArray(String[]::new))
                .filteredOn(table -> !DaySweep.TRACES.contains(table))
                .as("these hold what was said, and go after 30 days: is that so of a new one?")
                .containsExactlyInAnyOrder(
                        "call_event",
                        "flow_run",
                        "flow_trigger_delivery",
                        "inbox_message",
                        "outbox_message",
                        "ruleset_decided",
                        "webhook_delivery");
    }

    @Test
    void the_rules_that_decide_here_are_told_to_be_in_force() {
        assertThat(SCENE.bean(PlatformRules.class).all(new Actor("test", shop, Role.OWNER), Locale.ENGLISH).stream()
                        .filter(rule -> rule.policy().equals("retention") && rule.inForce())
                        .map(PlatformRules.Rule::id))
                .containsExactly("retention.message", "retention.trace", "retention.wish");
    }

    private List<RetentionRun> last(OrganisationId organisation) {
        return scope.in(organisation, () -> runs.last(organisation, 10));
    }

    private void wish(OrganisationId organisation, int days) {
        scope.run(organisation, () -> SCENE.jdbc()
                .sql("INSERT INTO retention_wish VALUES (?, ?, now(), 'owner')")
                .params(organisation.value(), days)
                .update());
        SCENE.bean(Wishes.class).readAnew();
    }
}
