package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conversations as a long list asks for them: some from the middle, in an order, and how many there are. */
class ConversationSliceTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Scene scene = Scene.shared();
    private final Conversations conversations = scene.bean(Conversations.class);
    private final OrganisationId organisation = OtherOrganisation.in(scene).id();
    private final Actor agent = new Actor("ana", organisation, Role.OWNER);

    @ParameterizedTest
    @EnumSource(ConversationOrder.class)
    void slices_beside_each_other_have_each_conversation_once_however_many_are_of_one_moment(ConversationOrder order) {
        for (int i = 0; i < 7; i++) {
            made(NOON.plusSeconds(i / 3), i % 2 == 0 ? "asking" : "free");
        }

        var seen = new ArrayList<ConversationView>();
        for (int offset = 0; offset < 8; offset += 2) {
            seen.addAll(conversations.slice(agent, ConversationFilter.ALL, order, new Slice(offset, 2)));
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(comparator(order));
        assertThat(conversations.count(agent, ConversationFilter.ALL)).isEqualTo(7);
    }

    @Test
    void what_is_counted_is_what_is_listed_and_nobody_elses() {
        made(NOON, "asking");
        made(NOON, "free");
        made(NOON, "free");
        var free = new ConversationFilter(null, null, null, "free", null);
        var elsewhere = new Actor("eva", OtherOrganisation.in(scene).id(), Role.OWNER);

        assertThat(conversations.count(agent, free)).isEqualTo(2);
        assertThat(conversations.slice(agent, free, ConversationOrder.NEWEST, new Slice(0, 9)))
                .extracting(ConversationView::state)
                .containsExactly("free", "free");
        assertThat(conversations.slice(agent, ConversationFilter.ALL, ConversationOrder.NEWEST, new Slice(3, 9)))
                .isEmpty();
        assertThat(conversations.count(elsewhere, ConversationFilter.ALL)).isZero();
    }

    @Test
    void nothing_before_the_beginning_and_no_more_than_a_few_hundred_at_once() {
        assertThatThrownBy(() -> new Slice(-1, 5)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Slice(0, 501)).isInstanceOf(Problem.class);
    }

    private static Comparator<ConversationView> comparator(ConversationOrder order) {
        var id = Comparator.comparing((ConversationView one) -> one.id().toString());
        var step = Comparator.comparing(ConversationView::lastStepAt).thenComparing(id);
        return switch (order) {
            case LATEST -> step.reversed();
            case QUIETEST -> step;
            case NEWEST -> id.reversed();
            case OLDEST -> id;
        };
    }

    private void made(Instant at, String state) {
        var time = at.atOffset(ZoneOffset.UTC);
        scene.bean(OrganisationScope.class).run(organisation, () -> scene.jdbc()
                .sql(
                        "INSERT INTO conversation (id, organisation_id, channel_id, contact_id, state, window_until, last_step_at,"
                                + " created_at) VALUES (uuidv7(), ?, ?, ?, ?, ?, ?, ?)")
                .param(organisation.value())
                .param(UUID.randomUUID())
                .param(UUID.randomUUID())
                .param(state)
                .param(time)
                .param(time)
                .param(time)
                .update());
    }
}
