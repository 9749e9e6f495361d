package com.qliento.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();
    private final KeyCache<String, Integer> cache = new KeyCache<>(100, nanos::get);

    private Optional<Integer> load() {
        return Optional.of(loads.incrementAndGet());
    }

    @Test
    void a_key_is_read_once_in_its_lifetime_and_again_after_it() {
        cache.get("key", this::load);
        nanos.addAndGet(KeyCache.LIFETIME.toNanos() - 1);
        assertThat(cache.get("key", this::load)).contains(1);

        nanos.addAndGet(1);

        assertThat(cache.get("key", this::load)).contains(2);
    }

    @Test
    void what_is_not_there_is_asked_for_again() {
        assertThat(cache.get("key", Optional::empty)).isEmpty();

        assertThat(cache.get("key", this::load)).contains(1);
    }

    @Test
    void a_failed_read_is_told_and_not_kept() {
        assertThatThrownBy(() -> cache.get("key", () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(cache.get("key", this::load)).contains(1);
    }

    @Test
    void a_key_read_just_before_its_destruction_does_not_replace_the_mark() {
        Optional<Integer> read = cache.get("key", () -> {
            cache.replace("key", -1);
            return load();
        });

        assertThat(read).contains(-1);
        assertThat(cache.get("key", this::load)).contains(-1);
    }

    @Test
    void misses_at_the_same_time_share_one_read() throws InterruptedException {
        var reading = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        CompletableFuture<Optional<Integer>> first = CompletableFuture.supplyAsync(() -> cache.get("key", () -> {
            reading.countDown();
            await(answer);
            return load();
        }));
        reading.await();
        var second = new CompletableFuture<Optional<Integer>>();
        var waiting = new Thread(() -> second.complete(cache.get("key", this::load)));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING && !second.isDone()) {
            Thread.onSpinWait();
        }

        answer.countDown();

        assertThat(first.join()).contains(1);
        assertThat(second.join()).contains(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
