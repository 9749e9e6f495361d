package com.qliento.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.flow.DraftSaved;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** News of drafts reach the open editors, whatever one of them does with them. */
class DraftWatchTest {

    private static final OrganisationId SHOP = new OrganisationId(UUID.randomUUID());

    private final DraftWatch watch = new DraftWatch();

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
        watch.watch(SHOP, "one", hanging);
        watch.watch(SHOP, "one", fine);

        watch.saved(new DraftSaved(SHOP, "one"));

        assertThat(hanging.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(fine.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void after_news_were_missed_every_open_editor_looks_once() throws Exception {
        var one = new Hearing();
        var two = new Hearing();
        watch.watch(SHOP, "one", one);
        watch.watch(new OrganisationId(UUID.randomUUID()), "two", two);

        watch.missed();

        assertThat(one.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(two.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(one.heard.availablePermits()).isZero();
    }

    @Test
    void of_another_flow_an_editor_hears_nothing() throws Exception {
        var one = new Hearing();
        var other = new Hearing();
        watch.watch(SHOP, "one", one);
        watch.watch(SHOP, "other", other);

        watch.saved(new DraftSaved(SHOP, "other"));

        assertThat(other.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(one.heard.availablePermits()).isZero();
    }

    @Test
    void who_left_hears_nothing_more() throws Exception {
        var left = new Hearing();
        var stays = new Hearing();
        watch.watch(SHOP, "one", left).remove();
        watch.watch(SHOP, "one", stays);

        watch.saved(new DraftSaved(SHOP, "one"));

        assertThat(stays.heard.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(left.heard.availablePermits()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static class Hearing implements DraftWatch.Editor {

        final Semaphore heard = new Semaphore(0);

        @Override
        public String person() {
            return "ana";
        }

        @Override
        public void saved() {
            heard.release();
        }

        @Override
        public void together(Supplier<List<String>> people) {}
    }
}
