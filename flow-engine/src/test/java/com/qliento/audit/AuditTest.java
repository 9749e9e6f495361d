package com.qliento.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log and its chain in a real database, as the application's role has it. */
class AuditTest {

    private final Scene scene = Scene.shared();
    private final JdbcClient jdbc = scene.jdbc();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final Audit audit = scene.bean(Audit.class);
    private final AuditChainer chainer = scene.bean(AuditChainer.class);
    private final AuditVerifier verifier = scene.bean(AuditVerifier.class);

    @Test
    void an_entry_commits_with_its_deed_or_not_at_all() {
        assertThatThrownBy(() -> scope.run(shop.id(), () -> {
                    audit.note(deed("lost"));
                    throw new IllegalStateException("the deed fails");
                }))
                .hasMessage("the deed fails");

        scope.run(shop.id(), () -> audit.note(deed("kept")));

        assertThat(abouts()).containsExactly("kept");
        assertThatThrownBy(() -> audit.note(deed("alone"))).hasMessageContaining("no transaction");
    }

    @Test
    void entries_get_their_places_in_their_order_and_without_gaps() {
        IntStream.range(0, 20).forEach(i -> scope.run(shop.id(), () -> audit.note(deed("d" + i))));

        chainer.chain(shop.id());
        scope.run(shop.id(), () -> audit.note(deed("later").with("why", "to see")));
        chainer.chain(shop.id());

        assertThat(chained()).hasSize(21).startsWith("1 d0", "2 d1", "3 d2").endsWith("21 later");
        assertThat(verifier.verify(shop.id(), 1, 1_000))
                .returns(true, AuditVerification::intact)
                .returns(21L, AuditVerification::checked)
                .returns(null, AuditVerification::next);
    }

    @Test
    void a_detail_lies_sealed_for_its_entry() {
        scope.run(shop.id(), () -> audit.note(deed("crm").with("note", "between us")));

        assertThat(scope.in(shop.id(), () -> jdbc.sql("SELECT e::text || encode(detail, 'escape') FROM audit_entry e")
                        .query(String.class)
                        .single()))
                .contains("crm")
                .doesNotContain("between us");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET about = 'another'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "UPDATE audit_link SET hash = previous",
                "DELETE FROM audit_link",
                "TRUNCATE audit_link",
                "INSERT INTO audit_link SELECT organisation_id, 7, id, detail_hash, detail_hash FROM audit_entry",
                "DELETE FROM audit_waiting",
                "UPDATE audit_waiting SET entry_id = gen_random_uuid()",
                "TRUNCATE audit_waiting",
                "UPDATE audit_head SET sequence = 1",
                "DELETE FROM audit_head",
                "TRUNCATE audit_head",
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                "SELECT audit_wait()"
            })
    void the_application_changes_and_deletes_nothing(String sql) {
        scope.run(shop.id(), () -> audit.note(deed("crm")));

        assertThatThrownBy(() -> scope.run(
                        shop.id(), () -> jdbc.sql(sql).query((row, n) -> 1).list()))
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isIn("42501", "0A000"));
        assertThat(abouts()).containsExactly("crm");
    }

    @Test
    void one_that_commits_late_is_not_passed_over() throws SQLException {
        try (var late = scene.bean(DataSource.class).getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.createStatement()) {
                statement.execute("SELECT set_config('qliento.organisation', '" + shop.id() + "', true)");
                statement.execute("INSERT INTO audit_entry VALUES ('" + idBefore() + "', '" + shop.id()
                        + "', now(), 'account', 'a', 'secret.set', 'secret', 'late', NULL, sha256(''))");
                scope.run(shop.id(), () -> audit.note(deed("quick")));
                chainer.chain(shop.id());
            }
            late.commit();
            late.setAutoCommit(true);
        }

        chainer.chain(shop.id());

        assertThat(chained()).containsExactly("1 quick", "2 late");
        assertThat(verifier.verify(shop.id(), 1, 10).intact()).isTrue();
    }

    /** An id of a time before all others, which no other run has. */
    private String idBefore() {
        return "0" + shop.id().toString().substring(1);
    }

    @Test
    void a_chaining_that_does_not_commit_has_done_nothing() {
        scope.run(shop.id(), () -> {
            audit.note(deed("one"));
            audit.note(deed("two"));
        });
        var transactions = new TransactionTemplate(scene.bean(PlatformTransactionManager.class));

        transactions.executeWithoutResult(status -> {
            scope.enter(shop.id());
            chainer.chain(shop.id());
            status.setRollbackOnly();
        });
        chainer.chain(shop.id());

        assertThat(chained()).containsExactly("1 one", "2 two");
        assertThat(verifier.verify(shop.id(), 1, 10).waiting()).isZero();
    }

    @Test
    void whoever_chains_at_once_nothing_is_chained_twice_or_left_out() throws Exception {
        var people = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(
                            who -> people.submit(() -> IntStream.range(0, 30).forEach(i -> {
                                scope.run(shop.id(), () -> audit.note(deed(who + "." + i)));
                                chainer.chain(shop.id());
                            })))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
        chainer.chain(shop.id());

        var result = verifier.verify(shop.id(), 1, 1_000);

        assertThat(result.findings()).isEmpty();
        assertThat(result.checked() + " " + result.waiting()).isEqualTo("180 0");
        assertThat(scope.in(shop.id(), () -> jdbc.sql("SELECT sequence FROM audit_link ORDER BY 1")
                        .query(Long.class)
                        .list()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 180).boxed().toList());
    }

    @Test
    void a_day_has_one_head_that_names_the_last_entry_of_then() {
        var heads = scene.bean(AuditHeads.class);
        scope.run(shop.id(), () -> audit.note(deed("crm")));
        chainer.chain(shop.id());
        heads.signAll();
        scope.run(shop.id(), () -> audit.note(deed("erp")));
        chainer.chain(shop.id());
        heads.signAll();

        assertThat(heads.all(shop.id())).extracting(AuditHead::sequence).containsExactly(1L);

        scene.passes(Duration.ofDays(1));
        heads.signAll();

        assertThat(heads.all(shop.id())).extracting(AuditHead::sequence).containsExactly(2L, 1L);
        assertThat(verifier.verify(shop.id(), 1, 10).findings()).isEmpty();
    }

    @Test
    void what_waits_too_long_shows_in_health() {
        var health = scene.bean(AuditHealth.class);
        var transactions = new TransactionTemplate(scene.bean(PlatformTransactionManager.class));

        // In a transaction that nobody else sees, so that nobody chains it.
        transactions.executeWithoutResult(status -> {
            scope.enter(shop.id());
            audit.note(deed("crm"));
            health.refresh();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).containsKey("oldest");
            jdbc.sql("SET LOCAL ROLE NONE").update();
            jdbc.sql("UPDATE audit_entry SET at = at - interval '301 seconds' WHERE organisation_id = ?")
                    .param(shop.id().value())
                    .update();
            jdbc.sql("SET LOCAL ROLE qliento_app").update();
            health.refresh();
            status.setRollbackOnly();
        });

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        health.refresh();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private Deed deed(String about) {
        return new Deed(shop.id(), AuditActor.account("an-account"), AuditAction.SECRET_SET, about);
    }

    private List<String> abouts() {
        return scope.in(shop.id(), () -> jdbc.sql("SELECT about FROM audit_entry ORDER BY id")
                .query(String.class)
                .list());
    }

    private List<String> chained() {
        return scope.in(shop.id(), () -> jdbc.sql("""
                        SELECT l.sequence || ' ' || e.about FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id
                        ORDER BY l.sequence
                        """).query(String.class).list());
    }
}
