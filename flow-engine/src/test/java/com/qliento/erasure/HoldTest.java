package com.qliento.erasure;

import static com.qliento.erasure.ErasureFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must not be erased yet stays, apart and under a key of its own, and goes when its time is over. */
class HoldTest {

    private final Scene scene = Scene.shared();
    private final ErasureFixture people = new ErasureFixture(scene);
    private final Holds holds = scene.bean(Holds.class);
    private final Certificates certificates = scene.bean(Certificates.class);

    private HoldWish wish(@Nullable List<String> kinds, @Nullable Instant until, @Nullable Instant endsAt) {
        return new HoldWish(kinds, null, until, "legal-claims", "A claim is open, file 17", endsAt);
    }

    private Instant in(Duration duration) {
        return scene.clock().instant().plus(duration);
    }

    private List<String> held(UUID hold) {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT id, content FROM erasure_held WHERE hold_id = ?")
                .param(hold)
                .query((row, n) -> new String(
                        scene.bean(Vault.class)
                                .openKept(
                                        DEMO,
                                        new Place("erasure_held", "content", row.getObject("id", UUID.class)),
                                        Sealed.of(row.getBytes("content"))),
                        StandardCharsets.UTF_8))
                .list());
    }

    @Test
    void what_is_held_survives_the_rest_and_goes_by_itself_when_its_time_is_over() {
        var contact = people.contact(people.talked("a promise that matters"));
        var hold = holds.place(people.asks, contact, wish(List.of("message"), null, in(Duration.ofDays(40))));
        var id = people.begun(contact);
        people.isDone(id);

        assertThat(people.rows(contact)).isZero();
        assertThat(held(hold.id()))
                .anySatisfy(text -> assertThat(text).contains("a promise that matters"))
                .allSatisfy(text -> assertThat(text).contains("\"kind\":\"message\""))
                .hasSizeGreaterThan(2);
        assertThat(holds.get(people.asks, hold.id()).contact()).isNull();
        assertThat(content(id, 0)).contains("GDPR Art. 17(3)(e)", "\"complete\" : false");

        scene.passes(Duration.ofDays(41));
        scene.bean(ErasureSweep.class).sweep();

        assertThat(held(hold.id())).isEmpty();
        assertThat(holds.get(people.asks, hold.id()))
                .returns(null, Hold::reason)
                .satisfies(one -> assertThat(one.endedAt()).isNotNull());
        assertThat(certificates.of(people.asks, id)).hasSize(2);
        assertThat(content(id, 0)).contains("\"replaces\"", "\"ended\"", "\"complete\" : true");
    }

    private String content(UUID erasure, int which) {
        return certificates.content(
                people.asks, certificates.of(people.asks, erasure).get(which));
    }

    @Test
    void one_that_is_ended_early_lets_go_at_once_and_only_once() {
        var contact = people.contact(people.talked("let go"));
        var hold = holds.place(people.asks, contact, wish(List.of("answer"), null, in(Duration.ofDays(9))));
        assertThat(people.kinds(contact)).contains("answer");
        var id = people.begun(contact);
        people.isDone(id);
        assertThat(held(hold.id())).hasSize(1);

        holds.end(people.approves, hold.id());

        assertThat(held(hold.id())).isEmpty();
        assertThat(holds.get(people.asks, hold.id()).endedBy()).isEqualTo("another officer");
        assertThatThrownBy(() -> holds.end(people.asks, hold.id())).hasMessageContaining("gone");
    }

    @Test
    void each_thing_is_looked_at_by_itself() {
        var contact = people.contact(people.talked("too late for the hold"));
        var before = scene.clock().instant().minus(Duration.ofHours(1));
        var hold = holds.place(people.asks, contact, wish(List.of("message"), before, in(Duration.ofDays(9))));
        people.isDone(people.begun(contact));

        assertThat(held(hold.id())).isEmpty();
    }

    @Test
    void one_without_kinds_ground_reason_or_end_is_refused_in_a_sentence() {
        var contact = people.contact(people.talked("wishes"));
        var later = in(Duration.ofDays(1));

        assertRefused(contact, wish(null, null, later), "what is held");
        assertRefused(contact, wish(List.of("everything"), null, later), "what is held");
        assertRefused(contact, wish(List.of("message"), null, null), "none is for ever");
        assertRefused(contact, wish(List.of("message"), null, in(Duration.ofDays(-1))), "later than now");
        assertRefused(contact, new HoldWish(List.of("message"), null, null, "because", "why", later), "what ground");
        assertRefused(contact, new HoldWish(List.of("message"), null, null, "archiving", " ", later), "in words");
        assertRefused(
                contact,
                new HoldWish(List.of("message"), later, later, "archiving", "why", later),
                "later than 'from'");
        assertRefused(new ContactId(UUID.randomUUID()), wish(List.of("message"), null, later), "There is no contact");
    }

    private void assertRefused(ContactId contact, HoldWish wish, String sentence) {
        assertThatThrownBy(() -> holds.place(people.asks, contact, wish)).hasMessageContaining(sentence);
    }

    @Test
    void every_kind_of_thing_that_is_kept_of_people_can_be_held() {
        var contact = people.contact(people.talked("all kinds"));
        holds.place(people.asks, contact, wish(List.of("message"), null, in(Duration.ofDays(1))));

        assertThat(people.kinds(contact)).isNotEmpty().allSatisfy(kind -> assertThat(Holds.KINDS.contains(kind)
                        || List.of("hold", "erasure", "package").contains(kind))
                .as(kind)
                .isTrue());
    }
}
