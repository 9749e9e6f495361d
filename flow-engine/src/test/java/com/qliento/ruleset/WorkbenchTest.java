package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.decision.Decisions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

    private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int LARGE = Workbench.SMALL + 1;
    private static final OrganisationId SHOP = OrganisationId.of("00000000-0000-7000-8000-000000000001");
    private static final OrganisationId CLINIC = OrganisationId.of("00000000-0000-7000-8000-000000000002");

    private final Workbench workbench = new Workbench(new Decisions());

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // yielding decides nothing: it lets more of them meet
    void half_of_the_processors_at_most_check_tables_and_everybody_comes_to_their_turn() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var people = Executors.newFixedThreadPool(PLACES * 4);
        try {
            List<Callable<Integer>> asked = IntStream.range(0, PLACES * 40)
                    .mapToObj(i -> (Callable<Integer>) () -> workbench.at(SHOP, LARGE, () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.yield();
                        now.decrementAndGet();
                        return i;
                    }))
                    .toList();

            assertThat(people.invokeAll(asked)).hasSize(PLACES * 40).allSatisfy(one -> assertThat(one.get())
                    .isNotNull());
            assertThat(most).hasValueLessThanOrEqualTo(PLACES);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void a_check_that_fails_leaves_its_place() {
        for (int i = 0; i < PLACES + 1; i++) {
            assertThatThrownBy(() -> workbench.at(SHOP, LARGE, () -> {
                        throw new IllegalArgumentException("broken");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(workbench.at(SHOP, LARGE, () -> 1)).isEqualTo(1);
    }

    @Test
    void a_small_table_does_not_wait_for_large_ones() throws Exception {
        var people = Executors.newCachedThreadPool();
        var done = new CountDownLatch(1);
        try {
            occupy(people, done);

            assertThat(people.submit(() -> workbench.at(CLINIC, Workbench.SMALL, () -> 7))
                            .get(10, TimeUnit.SECONDS))
                    .isEqualTo(7);
        } finally {
            done.countDown();
            people.shutdownNow();
        }
    }

    @Test
    void an_organisation_that_asks_often_waits_behind_one_that_asks_once() throws Exception {
        var people = Executors.newCachedThreadPool();
        var done = new CountDownLatch(1);
        var order = new CopyOnWriteArrayList<OrganisationId>();
        try {
            occupy(people, done);
            var asked = new ArrayList<Future<?>>();
            for (int i = 0; i < 5; i++) {
                asked.add(asks(people, SHOP, order));
            }
            asked.add(asks(people, CLINIC, order));
            done.countDown();
            for (Future<?> one : asked) {
                one.get(10, TimeUnit.SECONDS);
            }

            assertThat(order.indexOf(CLINIC)).isLessThanOrEqualTo(PLACES + 1);
        } finally {
            done.countDown();
            people.shutdownNow();
        }
    }

    /** Takes every place for large tables until done. */
    private void occupy(ExecutorService people, CountDownLatch done) throws InterruptedException {
        var busy = new CountDownLatch(PLACES);
        for (int i = 0; i < PLACES; i++) {
            people.execute(() -> workbench.at(SHOP, LARGE, () -> {
                busy.countDown();
                try {
                    return done.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    return false;
                }
            }));
        }
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Asks, and comes back when the asking waits. */
    private Future<?> asks(ExecutorService people, OrganisationId who, List<OrganisationId> order) {
        var thread = new AtomicReference<Thread>();
        Future<?> asked = people.submit(() -> {
            thread.set(Thread.currentThread());
            return workbench.at(who, LARGE, () -> order.add(who));
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> thread.get() != null && thread.get().getState() == Thread.State.TIMED_WAITING);
        return asked;
    }
}
