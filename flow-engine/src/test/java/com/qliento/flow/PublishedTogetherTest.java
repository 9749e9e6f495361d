package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What goes live is checked beside what is live at that moment, not a moment before. */
class PublishedTogetherTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final String one = "one" + Scene.newCustomer();
    private final String other = "other" + Scene.newCustomer();
    private final Actor owner = new Actor("ana", DEMO, Role.OWNER);

    @Test
    void of_two_flows_that_start_each_other_and_go_live_at_once_one_is_refused() throws Exception {
        plain(one).publish(scene);
        plain(other).publish(scene);
        drafts(starting(one, other));
        drafts(starting(other, one));
        var found = new CyclicBarrier(2);
        scene.adds("barrier" + one, (BeforePublishing) (actor, draft) -> {
            if (draft.key().equals(one) || draft.key().equals(other)) {
                await(found);
            }
        });

        var outcomes = atOnce(() -> publish(one), () -> publish(other));

        assertThat(outcomes).containsOnlyOnce("live").containsOnlyOnce("flow-has-errors");
    }

    @Test
    void a_version_from_the_archive_is_checked_beside_what_went_live_meanwhile() {
        plain(other).publish(scene);
        starting(one, other).publish(scene);
        drafts(plain(one));
        publishing().publish(owner, one, "");
        drafts(starting(other, one));
        publishing().publish(owner, other, "");
        scene.bean(FlowArchive.class).archive(owner, one);

        assertThatThrownBy(() -> scene.bean(FlowArchive.class).unarchive(owner, one, 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("flow-has-errors"));

        scene.bean(FlowArchive.class).unarchive(owner, one, 2);
    }

    private static FlowText plain(String key) {
        return new FlowText(key, key).says("say", "hello").ends();
    }

    private static FlowText starting(String key, String started) {
        return new FlowText(key, key).calls("call", started).ends();
    }

    private void drafts(FlowText flow) {
        var drafts = scene.bean(FlowDrafts.class);
        var unused = drafts.overwrite(owner, flow.key(), flow.toString().getBytes(StandardCharsets.UTF_8));
    }

    private FlowPublishing publishing() {
        return scene.bean(FlowPublishing.class);
    }

    private String publish(String key) {
        try {
            var unused = publishing().publish(owner, key, "");
            return "live";
        } catch (Problem refused) {
            return refused.type().code();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static List<String> atOnce(Callable<String> first, Callable<String> second) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var outcomes = threads.invokeAll(List.of(first, second));
            return List.of(outcomes.get(0).get(), outcomes.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
