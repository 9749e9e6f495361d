package com.qliento.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;

/**
 * Writes what several callers hand in at about the same time in one go: while one batch is being written, the next
 * gathers. Nothing waits for a batch to fill; only a writer that has just begun a batch waits for its pace before the
 * next, so that under load batches are fewer and larger. A batch that fails is written again one by one, so that one bad
 * item fails alone; but when the database is away it fails as a whole, or each of its callers would wait for the
 * connection in turn.
 *
 * @param <T> what is handed in
 */
public final class GroupCommit<T> implements DisposableBean {

    private record Entry<T>(T item, CompletableFuture<Void> done) {}

    private final LinkedBlockingQueue<Entry<T>> waiting = new LinkedBlockingQueue<>();
    private final Consumer<List<T>> writer;
    private final int atMost;
    private final long pace;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * @param writer writes all items durably or throws having written none
     * @param atMost items in one batch
     * @param pace from the beginning of a writer's batch to that of its next, at least
     */
    public GroupCommit(String name, int writers, int atMost, Duration pace, Consumer<List<T>> writer) {
        this.pace = pace.toNanos();
        this.writer = writer;
        this.atMost = atMost;
        for (int i = 1; i <= writers; i++) {
            var thread = new Thread(this::run, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Completes when the item is durable; completes exceptionally, with what the writer threw, when it is not. */
    public CompletableFuture<Void> write(T item) {
        var entry = new Entry<>(item, new CompletableFuture<Void>());
        if (stopped) {
            entry.done.completeExceptionally(new IllegalStateException("stopping"));
        } else {
            waiting.add(entry);
        }
        return entry.done;
    }

    private void run() {
        var batch = new ArrayList<Entry<T>>();
        long begun = System.nanoTime() - pace;
        while (!stopped || !waiting.isEmpty()) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException wokenUp) {
                continue;
            }
            LockSupport.parkNanos(begun + pace - System.nanoTime());
            begun = System.nanoTime();
            waiting.drainTo(batch, atMost - 1);
            write(batch);
            batch.clear();
        }
    }

    private void write(List<Entry<T>> batch) {
        try {
            writer.accept(batch.stream().map(Entry::item).toList());
            batch.forEach(entry -> entry.done.complete(null));
        } catch (RuntimeException | Error failed) {
            // An error too, or nobody would write any more and every caller wait for ever.
            if (batch.size() == 1 || DatabaseAway.isBehind(failed)) {
                batch.forEach(entry -> entry.done.completeExceptionally(failed));
            } else {
                batch.forEach(entry -> write(List.of(entry)));
            }
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
