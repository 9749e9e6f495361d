package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final LinkedBlockingQueue<List<Integer>> written = new LinkedBlockingQueue<>();

    @Test
    void what_comes_while_a_batch_is_written_goes_together_in_the_next() throws Exception {
        var begun = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        var commit = new GroupCommit<Integer>("test", 1, 100, Duration.ZERO, batch -> {
            begun.countDown();
            await(open);
            written.add(List.copyOf(batch));
        });

        var all = new ArrayList<CompletableFuture<Void>>();
        all.add(commit.write(0));
        begun.await();
        for (int i = 1; i <= 10; i++) {
            all.add(commit.write(i));
        }
        open.countDown();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(written).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        commit.destroy();
    }

    @Test
    void the_first_item_goes_at_once_and_those_within_the_pace_go_together() throws Exception {
        var commit = new GroupCommit<Integer>(
                "test", 1, 100, Duration.ofMillis(300), batch -> written.add(List.copyOf(batch)));

        commit.write(0).get(10, TimeUnit.SECONDS);
        var second = commit.write(1);
        var third = commit.write(2);

        CompletableFuture.allOf(second, third).get(10, TimeUnit.SECONDS);
        assertThat(written).containsExactly(List.of(0), List.of(1, 2));
        commit.destroy();
    }

    @Test
    void one_bad_item_fails_alone() throws Exception {
        var commit = new GroupCommit<Integer>("test", 1, 100, Duration.ofMillis(300), batch -> {
            if (batch.contains(13)) {
                throw new IllegalStateException("bad luck");
            }
            written.add(List.copyOf(batch));
        });
        commit.write(0).get(10, TimeUnit.SECONDS);

        var good = commit.write(1);
        var bad = commit.write(13);
        var alsoGood = commit.write(2);

        CompletableFuture.allOf(good, alsoGood).get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("bad luck");
        assertThat(written).containsExactly(List.of(0), List.of(1), List.of(2));
        commit.destroy();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
