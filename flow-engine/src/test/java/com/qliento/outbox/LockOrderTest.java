package com.qliento.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.inbox.StatusArrival;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nodes that write the same rows at the same time take them in one order, so that none waits for the other for ever. */
class LockOrderTest {

    private final Scene scene = Scene.shared();
    private final OutboxScene outbox = new OutboxScene(scene);

    @Test
    void statuses_take_messages_in_the_order_of_their_ids() {
        var ids = idsOfMessages(6);
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        var scope = scene.bean(OrganisationScope.class);
        var waiting = new CompletableFuture<Void>();

        scope.run(OutboxScene.DEMO, () -> {
            lock(ids.get(0), "");
            var unused = CompletableFuture.runAsync(() -> scope.run(OutboxScene.DEMO, () -> {
                        plansAsForALargeTable();
                        scene.bean(OutboxStatuses.class)
                                .apply(
                                        OutboxScene.DEMO,
                                        reversed.stream().map(this::delivered).toList());
                    }))
                    .whenComplete((done, failed) -> waiting.complete(null));
            OutboxScene.until("waits", this::somebodyWaits);
            for (var id : ids.subList(1, ids.size())) {
                lock(id, "NOWAIT");
            }
        });

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
    }

    /** The rows come as they lie, not as they are asked for. */
    private void plansAsForALargeTable() {
        scene.jdbc().sql("SET LOCAL enable_nestloop = off").update();
        scene.jdbc().sql("SET LOCAL enable_indexscan = off").update();
    }

    private List<UUID> idsOfMessages(int count) {
        var customer = outbox.customer();
        for (int i = 0; i < count; i++) {
            scene.says(customer, "m" + i);
        }
        scene.hears(customer, 2 + count);
        OutboxScene.until("accepted", () -> outbox.state("m" + (count - 1)).equals("accepted"));
        return scene.sink().to(customer).stream()
                .map(OutboxScene::callbackData)
                .map(UUID::fromString)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private StatusArrival delivered(UUID id) {
        return new StatusArrival(
                new UUID(0, 1),
                id,
                id.toString().getBytes(StandardCharsets.UTF_8),
                "delivered",
                3,
                scene.clock().instant(),
                null);
    }

    private void lock(UUID id, String how) {
        scene.jdbc()
                .sql("SELECT id FROM outbox_message WHERE id = ? FOR UPDATE " + how)
                .param(id)
                .query(UUID.class)
                .single();
    }

    private boolean somebodyWaits() {
        return scene.jdbc()
                        .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
