package com.qliento.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.qliento.account.AccountId;
import com.qliento.draft.DraftSaved;
import com.qliento.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News of drafts reach the open editors, whatever one of them does with them. */
class DraftWatchTest {

    private static final OrganisationId SHOP = new OrganisationId(UUID.randomUUID());

    private static final DraftWatch.Person ANA = new DraftWatch.Person(new AccountId(UUID.randomUUID()), "Ana");
    private static final DraftWatch.Person BEN = new DraftWatch.Person(new AccountId(UUID.randomUUID()), "Ben");
    private final Minutes clock = new Minutes();
    private final DraftWatch watch = new DraftWatch(clock);

    private static DraftWatch.Watched flow(String key) {
        return new DraftWatch.Watched(SHOP, "flow", key);
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void an_editor_that_hangs_holds_up_neither_the_others_nor_who_brings_the_news() throws Exception {
        var release = new CountDownLatch(1);
        var hanging = new Hearing() {
            @Override
            public void saved() {
                super.saved();
                await(release);
            }
        };
        var fine = new Hearing();
        watch.watch(flow("one"), hanging);
        watch.watch(flow("one"), fine);

        watch.saved(new DraftSaved(SHOP, "flow", "one"));

        assertThat(hanging.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(fine.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void after_news_were_missed_every_open_editor_looks_once() throws Exception {
        var one = new Hearing();
        var two = new Hearing();
        watch.watch(flow("one"), one);
        watch.watch(new DraftWatch.Watched(new OrganisationId(UUID.randomUUID()), "flow", "two"), two);

        watch.missed();

        assertThat(one.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(two.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(one.heard.availablePermits()).isZero();
    }

    @Test
    void whoever_leaves_when_all_is_being_taken_down_leaves_in_peace() {
        var leaving = watch.watch(flow("one"), new Hearing());
        watch.watch(flow("one"), new Hearing());
        watch.close();

        assertThatCode(leaving::remove).doesNotThrowAnyException();
    }

    @Test
    void of_another_flow_an_editor_hears_nothing() throws Exception {
        var one = new Hearing();
        var other = new Hearing();
        watch.watch(flow("one"), one);
        watch.watch(flow("other"), other);

        watch.saved(new DraftSaved(SHOP, "flow", "other"));

        assertThat(other.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(one.heard.availablePermits()).isZero();
    }

    @Test
    void who_left_hears_nothing_more() throws Exception {
        var left = new Hearing();
        var stays = new Hearing();
        watch.watch(flow("one"), left).remove();
        watch.watch(flow("one"), stays);

        watch.saved(new DraftSaved(SHOP, "flow", "one"));

        assertThat(stays.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(left.heard.availablePermits()).isZero();
    }

    @Test
    void a_person_with_several_windows_is_named_once_and_never_to_oneself() throws Exception {
        var ana = new Seeing(ANA);
        watch.watch(flow("one"), ana);
        watch.watch(flow("one"), new Seeing(ANA));
        watch.watch(flow("one"), new Seeing(BEN));
        watch.watch(flow("one"), new Seeing(BEN));

        var namesake = new DraftWatch.Person(new AccountId(UUID.randomUUID()), "Ana");
        watch.watch(flow("one"), new Seeing(namesake));

        ana.sees(List.of(BEN, namesake));
    }

    @Test
    void a_page_that_is_gone_without_a_word_stops_counting() throws Exception {
        var ana = new Seeing(ANA);
        var here = watch.watch(flow("one"), ana);
        var ben = watch.watch(flow("one"), new Seeing(BEN));
        ana.sees(List.of(BEN));

        clock.pass(2);
        ben.here();
        clock.pass(1);
        here.here();
        ana.sees(List.of(BEN));

        clock.pass(2);
        here.here();
        ana.sees(List.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes whom it was told of. */
    private static final class Seeing implements DraftWatch.Editor {

        private final DraftWatch.Person person;
        private final BlockingQueue<List<DraftWatch.Person>> told = new LinkedBlockingQueue<>();

        Seeing(DraftWatch.Person person) {
            this.person = person;
        }

        @Override
        public DraftWatch.Person person() {
            return person;
        }

        @Override
        public void saved() {}

        @Override
        public void together(Supplier<List<DraftWatch.Person>> people) {
            told.add(people.get());
        }

        /** It is told of these sooner or later. */
        void sees(List<DraftWatch.Person> people) throws InterruptedException {
            List<DraftWatch.Person> seen;
            do {
                seen = told.poll(5, TimeUnit.SECONDS);
                assertThat(seen).as("last word").isNotNull();
            } while (!people.equals(seen));
        }
    }

    private static final class Minutes extends Clock {

        private final AtomicInteger minutes = new AtomicInteger();

        void pass(int more) {
            minutes.addAndGet(more);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusSeconds(60L * minutes.get());
        }
    }

    private static class Hearing implements DraftWatch.Editor {

        final Semaphore heard = new Semaphore(0);

        @Override
        public DraftWatch.Person person() {
            return ANA;
        }

        @Override
        public void saved() {
            heard.release();
        }

        @Override
        public void together(Supplier<List<DraftWatch.Person>> people) {}
    }
}
