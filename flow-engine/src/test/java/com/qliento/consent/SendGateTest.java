package com.qliento.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.channel.Channels;
import com.qliento.database.RoundTrip;
import com.qliento.database.TimeOrderedId;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationScope;
import com.qliento.outbox.Outbox;
import com.qliento.outbox.OutboxEntry;
import com.qliento.outbox.Outgoing;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

/** What was queued is asked about once more as it is sent. */
class SendGateTest {

    private final Scene scene = Scene.shared();
    private final OrganisationScope scope = scene.bean(OrganisationScope.class);
    private final ConsentScene ana = ConsentScene.somebody();

    @Test
    void of_a_hundred_queued_none_goes_after_they_took_their_consent_back() {
        ana.given("marketing");
        var queued = queue(100, Purpose.MARKETING);
        await().until(() -> offers() > 0);

        ana.withdrawn("marketing");
        // What was in the air as it was taken back is one message at most: a contact's go one after the other.
        long atWithdrawal = offers() + 1;

        await().atMost(Duration.ofSeconds(30)).until(() -> queued.stream().allMatch(this::isSettled));
        assertThat(offers()).isLessThanOrEqualTo(atWithdrawal);
        assertThat(queued.stream().map(this::entry).filter(one -> one.state().equals("failed")))
                .isNotEmpty()
                .allMatch(one -> "not_allowed_withdrawn".equals(one.reason()));
    }

    @Test
    void what_serves_them_is_held_back_only_while_their_data_is_restricted_and_can_go_after() {
        var before = queue(1, null).get(0);
        await().until(() -> isSettled(before));
        ana.restricted(true);
        var held = queue(1, null).get(0);
        await().until(() -> isSettled(held));

        assertThat(entry(before).state()).isEqualTo("accepted");
        assertThat(entry(held).state()).isEqualTo("failed");
        assertThat(entry(held).reason()).isEqualTo("not_allowed_restricted");

        ana.restricted(false);
        scene.bean(Outbox.class).retry(ConsentScene.DEMO, held);
        await().until(() -> {
            scene.passes(Duration.ofSeconds(1));
            return entry(held).state().equals("accepted");
        });
    }

    @Test
    void a_retried_message_is_still_for_what_it_was_for() {
        var refused = queue(1, Purpose.MARKETING).get(0);
        await().until(() -> isSettled(refused));
        assertThat(entry(refused).reason()).isEqualTo("not_allowed_no_consent");

        scene.bean(Outbox.class).retry(ConsentScene.DEMO, refused);

        await().until(() -> {
            scene.passes(Duration.ofSeconds(1));
            return isSettled(refused);
        });
        assertThat(entry(refused).reason()).isEqualTo("not_allowed_no_consent");
        assertThat(offers()).isZero();
    }

    private List<UUID> queue(int count, @Nullable Purpose purpose) {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        var now = scene.clock().instant();
        var lane =
                new Lane(ConsentScene.DEMO, channel.id().value(), ana.contact().value());
        var messages = IntStream.range(0, count)
                .mapToObj(n -> new Outgoing(
                        TimeOrderedId.at(now),
                        lane,
                        null,
                        text(n).getBytes(StandardCharsets.UTF_8),
                        now.plus(Duration.ofHours(20)),
                        now,
                        false,
                        purpose,
                        false))
                .toList();
        scope.run(ConsentScene.DEMO, () -> {
            var trip = new RoundTrip();
            scene.bean(Outbox.class).enqueue(trip, ConsentScene.DEMO, messages);
            trip.run(scene.bean(JdbcOperations.class));
        });
        return messages.stream().map(Outgoing::id).toList();
    }

    private String text(int n) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + ana.phone()
                + "\",\"type\":\"text\",\"text\":{\"body\":\"offer " + n + "\"}}";
    }

    private long offers() {
        return scene.sink().texts(ana.phone()).stream()
                .filter(text -> text.startsWith("offer"))
                .count();
    }

    private boolean isSettled(UUID message) {
        return !entry(message).state().equals("queued");
    }

    private OutboxEntry entry(UUID message) {
        return scene.bean(Outbox.class).find(ConsentScene.DEMO, message).orElseThrow();
    }
}
