package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose turn is next when many wait. */
class WaitingTurnsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final WaitingTurns waiting = new WaitingTurns();

    @Test
    void a_customer_waits_for_one_of_a_thousand_runs_at_most() {
        IntStream.range(0, 1_000).forEach(n -> waiting.add(run()));
        var customer = person();
        waiting.add(customer);

        assertThat(List.of(waiting.next(), waiting.next())).contains(customer);
    }

    @Test
    void runs_go_on_while_customers_never_stop_writing() {
        waiting.add(run());
        IntStream.range(0, 100).forEach(n -> waiting.add(person()));

        assertThat(Stream.generate(waiting::next).limit(WaitingTurns.ONE_IN))
                .filteredOn(Lane::isRun)
                .hasSize(1);
    }

    @Test
    void those_of_a_kind_come_in_their_order() {
        var people = Stream.generate(WaitingTurnsTest::person).limit(20).toList();
        people.forEach(waiting::add);

        assertThat(Stream.generate(waiting::next).limit(20)).containsExactlyElementsOf(people);
    }

    @Test
    void each_gets_its_turn_once_whoever_asks_at_the_same_time() throws InterruptedException {
        var all = Stream.concat(
                        Stream.generate(WaitingTurnsTest::person).limit(5_000),
                        Stream.generate(WaitingTurnsTest::run).limit(5_000))
                .toList();
        var taken = Collections.synchronizedList(new ArrayList<Lane>());
        var threads = Executors.newFixedThreadPool(8);
        all.forEach(lane -> threads.execute(() -> {
            waiting.add(lane);
            taken.add(waiting.next());
        }));
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
    }

    private static Lane person() {
        return new Lane(DEMO, UUID.randomUUID(), UUID.randomUUID());
    }

    private static Lane run() {
        return Lane.ofRun(DEMO, UUID.randomUUID());
    }
}
