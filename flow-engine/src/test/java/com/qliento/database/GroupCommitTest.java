package com.qliento.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class GroupCommitTest {

    private final CountDownLatch firstIsWritten = new CountDownLatch(1);
    private final CountDownLatch othersHaveGathered = new CountDownLatch(1);
    private final List<List<String>> written = new CopyOnWriteArrayList<>();

    @Test
    void one_bad_item_fails_alone() throws InterruptedException {
        var results = writeThreeTogether(batch -> {
            if (batch.contains("bad")) {
                throw new DataIntegrityViolationException("refused");
            }
        });

        assertThat(results.get(0)).succeedsWithin(Duration.ofSeconds(5));
        assertThatThrownBy(() -> results.get(1).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(results.get(2)).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_batch_waits_only_once_for_a_database_that_is_away() throws InterruptedException {
        var results = writeThreeTogether(batch -> {
            throw new CannotCreateTransactionException("away", new SQLTransientConnectionException("timed out"));
        });

        results.forEach(result -> assertThatThrownBy(() -> result.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CannotCreateTransactionException.class));
        assertThat(written).containsExactly(List.of("first"), List.of("good", "bad", "late"));
    }

    @Test
    void a_batch_asks_only_once_for_a_disk_that_is_full() throws InterruptedException {
        var results = writeThreeTogether(batch -> {
            throw new IllegalStateException(new SQLException("could not extend file", "53100"));
        });

        results.forEach(result -> assertThatThrownBy(() -> result.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class));
        assertThat(written).hasSize(2);
    }

    @Test
    void an_error_fails_its_item_and_the_next_is_written() throws Exception {
        var commit = new GroupCommit<String>("test", 1, 1, Duration.ZERO, batch -> {
            if (batch.contains("bad")) {
                throw new StackOverflowError();
            }
        });

        var bad = commit.write("bad");
        var good = commit.write("good");

        assertThatThrownBy(() -> bad.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(StackOverflowError.class);
        good.get(5, TimeUnit.SECONDS);
        commit.destroy();
    }

    @Test
    void a_connection_that_breaks_while_it_rolls_back_counts_as_away() throws InterruptedException {
        var results = writeThreeTogether(batch -> {
            throw new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        });

        results.forEach(result -> assertThatThrownBy(() -> result.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(TransactionSystemException.class));
        assertThat(written).hasSize(2);
    }

    @Test
    void the_first_item_goes_at_once_and_those_within_the_pace_go_together() throws Exception {
        var commit = new GroupCommit<String>("test", 1, 100, Duration.ofMillis(300), written::add);

        commit.write("first").get(10, TimeUnit.SECONDS);
        var second = commit.write("second");
        var third = commit.write("third");

        CompletableFuture.allOf(second, third).get(10, TimeUnit.SECONDS);
        assertThat(written).containsExactly(List.of("first"), List.of("second", "third"));
        commit.destroy();
    }

    /** Three items that gather while a first one is being written. */
    private List<CompletableFuture<Void>> writeThreeTogether(Consumer<List<String>> writer)
            throws InterruptedException {
        var commit = new GroupCommit<String>("test", 1, 10, Duration.ZERO, batch -> {
            written.add(batch);
            if (batch.contains("first")) {
                firstIsWritten.countDown();
                await(othersHaveGathered);
            } else {
                writer.accept(batch);
            }
        });
        var unused = commit.write("first");
        await(firstIsWritten);
        var results = List.of(commit.write("good"), commit.write("bad"), commit.write("late"));
        othersHaveGathered.countDown();
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
