package com.qliento.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.audit.AuditFinding.Kind;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.Signing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A chain with a signed head in its middle, tampered with by somebody who may do everything to the database. */
class AuditVerifierTest {

    private static final int ENTRIES = 16;
    private static final int HEAD = 12;

    /** Where somebody may put a hand, and how one bit of it is turned. */
    private static final List<String> HANDS = List.of(
            "audit_entry id " + uuid("id"),
            "audit_entry organisation_id " + uuid("organisation_id"),
            "audit_entry at at + interval '1 microsecond' * (1::bigint << (:byte + :bit))",
            "audit_entry actor_kind " + text("actor_kind"),
            "audit_entry actor " + text("actor"),
            "audit_entry action " + text("action"),
            "audit_entry about_kind " + text("about_kind"),
            "audit_entry about " + text("about"),
            "audit_entry detail " + bytes("detail"),
            "audit_entry detail NULL",
            "audit_entry detail_hash " + bytes("detail_hash"),
            "audit_link organisation_id " + uuid("organisation_id"),
            "audit_link sequence sequence # (16::bigint << ((:byte + :bit) % 50))",
            "audit_link entry_id " + uuid("entry_id"),
            "audit_link previous " + bytes("previous"),
            "audit_link hash " + bytes("hash"),
            "audit_head day day + (1 << :bit)",
            "audit_head sequence sequence # (1::bigint << ((:byte + :bit) % 50))",
            "audit_head hash " + bytes("hash"),
            "audit_head at at + interval '1 microsecond' * (1::bigint << (:byte + :bit))",
            "audit_head key " + text("key"),
            "audit_head signature " + bytes("signature"));

    private static final Scene SCENE = Scene.shared();
    private static final JdbcClient JDBC = SCENE.jdbc();
    private static final OrganisationScope SCOPE = SCENE.bean(OrganisationScope.class);
    private static final AuditVerifier VERIFIER = SCENE.bean(AuditVerifier.class);
    private static final OrganisationId SHOP = OtherOrganisation.in(SCENE).id();

    static {
        write(HEAD);
        SCENE.bean(AuditHeads.class).sign(SHOP);
        write(ENTRIES - HEAD);
    }

    private static void write(int count) {
        IntStream.range(0, count)
                .forEach(i -> SCOPE.run(SHOP, () -> SCENE.bean(Audit.class)
                        .note(new Deed(SHOP, AuditActor.account("somebody"), AuditAction.SECRET_SET, "secret" + i)
                                .with("n", i))));
        SCENE.bean(AuditChainer.class).chain(SHOP);
    }

    private static String text(String column) {
        return "overlay(%1$s placing chr(ascii(substr(%1$s, 1 + :byte %% length(%1$s), 1)) # 1) from 1 + :byte %% length(%1$s))"
                .formatted(column);
    }

    private static String bytes(String column) {
        return "set_byte(%1$s, :byte %% length(%1$s), get_byte(%1$s, :byte %% length(%1$s)) # (1 << :bit))"
                .formatted(column);
    }

    private static String uuid(String column) {
        return "encode(" + bytes("uuid_send(" + column + ")") + ", 'hex')::uuid";
    }

    @Provide
    Arbitrary<String> hands() {
        return Arbitraries.of(HANDS);
    }

    @Example
    void what_nobody_touched_is_intact_and_its_head_can_be_checked_by_anybody() {
        var result = VERIFIER.verify(SHOP, 1, 1_000);

        assertThat(result.findings()).isEmpty();
        assertThat(result.checked()).isEqualTo(ENTRIES);
        var head = Objects.requireNonNull(result.head());
        assertThat(head.sequence()).isEqualTo(HEAD);
        assertThat(SCENE.bean(Signing.class).keys()).extracting("id").contains(head.key());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void one_bit_turned_anywhere_is_found_where_it_is(
            @ForAll("hands") String hand,
            @ForAll @IntRange(min = 1, max = ENTRIES) int place,
            @ForAll @IntRange(max = 31) int at,
            @ForAll @IntRange(max = 6) int bit) {
        var parts = hand.split(" ", 3);
        var entry = entryAt(place);
        var condition = parts[0].equals("audit_head")
                ? ""
                : parts[0].equals("audit_entry") ? " AND id = :entry" : " AND entry_id = :entry";

        var findings = tampered(() -> {
            var statement = JDBC.sql("UPDATE " + parts[0] + " SET " + parts[1] + " = " + parts[2]
                            + " WHERE organisation_id = :shop" + condition)
                    .param("shop", SHOP.value())
                    .param("byte", at)
                    .param("bit", bit);
            assertThat((condition.isEmpty() ? statement : statement.param("entry", entry)).update())
                    .isEqualTo(1);
        });

        if (condition.isEmpty()) {
            assertThat(findings).extracting(AuditFinding::kind).containsExactly(Kind.HEAD_FORGED);
        } else {
            assertThat(findings)
                    .as(hand)
                    .anyMatch(found -> Objects.equals(found.sequence(), (long) place) || entry.equals(found.entry()));
        }
    }

    @Property(tries = 60)
    void what_is_deleted_is_missed(
            @ForAll @IntRange(min = 1, max = ENTRIES - 1) int place,
            @ForAll boolean theEntry,
            @ForAll boolean theLink) {
        var entry = entryAt(place);

        var findings = tampered(() -> {
            if (theEntry) {
                JDBC.sql("DELETE FROM audit_entry WHERE id = ?").param(entry).update();
            }
            if (theLink) {
                JDBC.sql("DELETE FROM audit_link WHERE entry_id = ?")
                        .param(entry)
                        .update();
            }
        });

        assertThat(findings.stream()
                        .anyMatch(found ->
                                found.kind() == Kind.DELETED && Objects.equals(found.sequence(), (long) place)))
                .isEqualTo(theEntry || theLink);
    }

    @Property(tries = 40)
    void two_that_change_places_are_found(
            @ForAll @IntRange(min = 1, max = ENTRIES) int one, @ForAll @IntRange(min = 1, max = ENTRIES) int other) {
        var first = entryAt(one);
        var second = entryAt(other);

        var findings = tampered(() -> {
            if (one != other) {
                put(UUID.randomUUID(), one);
                put(first, other);
                put(second, one);
            }
        });

        var places = one == other ? new Long[0] : new Long[] {(long) one, (long) other};
        assertThat(findings)
                .allMatch(found -> found.kind() == Kind.ALTERED)
                .extracting(AuditFinding::sequence)
                .containsExactlyInAnyOrder(places);
    }

    private static void put(UUID entry, int place) {
        JDBC.sql("UPDATE audit_link SET entry_id = ? WHERE organisation_id = ? AND sequence = ?")
                .params(entry, SHOP.value(), place)
                .update();
    }

    @Property(tries = 20)
    void an_end_that_was_cut_off_is_told_by_the_head(@ForAll @IntRange(max = HEAD - 1) int left) {
        var findings = tampered(() -> {
            JDBC.sql("""
                            DELETE FROM audit_entry WHERE id IN
                              (SELECT entry_id FROM audit_link WHERE organisation_id = ? AND sequence > ?)
                            """).params(SHOP.value(), left).update();
            JDBC.sql("DELETE FROM audit_link WHERE organisation_id = ? AND sequence > ?")
                    .params(SHOP.value(), left)
                    .update();
        });

        assertThat(findings).singleElement().satisfies(found -> assertThat(found.kind() + " " + found.sequence())
                .isEqualTo("CUT_OFF " + (left + 1)));
    }

    @Property(tries = 20)
    void a_chain_that_was_made_anew_is_told_by_the_head(@ForAll @IntRange(min = 1, max = HEAD) int from) {
        var findings = tampered(() -> {
            turnAbout(from);
            IntStream.rangeClosed(from, ENTRIES)
                    .forEach(place ->
                            JDBC.sql("""
                            UPDATE audit_link l SET
                              previous = coalesce(b.hash, l.previous),
                              hash = audit_hash(e, l.sequence, coalesce(b.hash, l.previous))
                            FROM audit_entry e LEFT JOIN audit_link b ON b.organisation_id = e.organisation_id AND b.sequence = ? - 1
                            WHERE e.id = l.entry_id AND l.organisation_id = ? AND l.sequence = ?
                            """).params(place, SHOP.value(), place).update());
        });

        assertThat(findings).singleElement().satisfies(found -> assertThat(found.kind() + " " + found.sequence())
                .isEqualTo("REWRITTEN " + HEAD));
    }

    @Example
    void an_entry_that_is_kept_from_the_chain_is_found() {
        var findings = tampered(() -> {
            SCENE.bean(Audit.class).note(new Deed(SHOP, AuditActor.PLATFORM, AuditAction.SECRET_SET, "hidden"));
            JDBC.sql("DELETE FROM audit_waiting WHERE organisation_id = ?")
                    .param(SHOP.value())
                    .update();
        });

        assertThat(findings).extracting(AuditFinding::kind).containsExactly(Kind.LEFT_OUT);
    }

    @Example
    void a_long_chain_is_verified_part_by_part() {
        var first = VERIFIER.verify(SHOP, 1, 10);
        var second = VERIFIER.verify(SHOP, Objects.requireNonNull(first.next()), 10);

        assertThat(first.to() + " " + first.next()).isEqualTo("10 11");
        assertThat(second.from() + " " + second.to() + " " + second.next()).isEqualTo("11 16 null");
        assertThat(tampered(() -> turnAbout(3), 11)).isEmpty();
        assertThat(tampered(() -> turnAbout(13), 11)).singleElement().returns(13L, AuditFinding::sequence);
    }

    private static void turnAbout(int place) {
        JDBC.sql("UPDATE audit_entry SET about = 'never mind' WHERE id = ?")
                .param(entryAt(place))
                .update();
    }

    private static UUID entryAt(int place) {
        return SCOPE.in(
                SHOP, () -> JDBC.sql("SELECT entry_id FROM audit_link WHERE organisation_id = ? AND sequence = ?")
                        .params(SHOP.value(), place)
                        .query(UUID.class)
                        .single());
    }

    private static List<AuditFinding> tampered(Runnable hand) {
        return tampered(hand, 1);
    }

    /** What is found after the superuser did this; it is undone again. */
    private static List<AuditFinding> tampered(Runnable hand, long from) {
        var transactions = new TransactionTemplate(SCENE.bean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transactions.execute(status -> {
            SCOPE.enter(SHOP);
            var role = JDBC.sql("SELECT current_user").query(String.class).single();
            as("NONE");
            hand.run();
            as(role);
            status.setRollbackOnly();
            return VERIFIER.verify(SHOP, from, 1_000).findings();
        }));
    }

    private static void as(String role) {
        JDBC.sql("SET LOCAL ROLE " + role).update();
    }
}
