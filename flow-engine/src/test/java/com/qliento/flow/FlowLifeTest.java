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
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Flows that go and come back while customers and colleagues are at them. */
class FlowLifeTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("owner", DEMO, Role.OWNER);

    private final Scene scene = Scene.shared();
    private final FlowDrafts drafts = scene.bean(FlowDrafts.class);
    private final FlowPublishing publishing = scene.bean(FlowPublishing.class);
    private final FlowLibrary library = scene.bean(FlowLibrary.class);
    private final FlowArchive archive = scene.bean(FlowArchive.class);
    private final FlowDependents dependents = scene.bean(FlowDependents.class);

    @Test
    void a_flow_stays_while_a_customer_is_in_it_by_way_of_another() {
        new FlowText("life-inner", "lifeinner")
                .asks("q", "question", "Which colour?", "name", "colour")
                .ends()
                .publish(scene);
        new FlowText("life-outer", "lifeouter")
                .calls("go", "life-inner")
                .says("thanks", "Noted.")
                .ends()
                .publish(scene);
        var customer = Scene.newCustomer();
        scene.says(customer, "lifeouter");
        scene.hears(customer, 1);

        assertThat(dependents.of(OWNER, "life-inner").running()).isEqualTo(1);
        assertThatThrownBy(() -> archive.delete(OWNER, "life-inner"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("flow-running"));
        scene.says(customer, "green");

        assertThat(scene.hears(customer, 2)).endsWith("Noted.");
        Awaitility.await().until(() -> dependents.of(OWNER, "life-inner").running() == 0);
        archive.delete(OWNER, "life-inner");
        assertThatThrownBy(() -> drafts.get(OWNER, "life-inner")).isInstanceOf(Problem.class);
    }

    @Test
    void a_flow_comes_back_live_only_as_a_version_it_has() {
        draft("life-back", "One");
        publishing.publish(OWNER, "life-back", "");
        archive.archive(OWNER, "life-back");

        assertThatThrownBy(() -> archive.unarchive(OWNER, "life-back", 99))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-found"));

        assertThat(shelved("life-back").archivedAt()).isNotNull();
        assertThat(shelved("life-back").liveVersion()).isNull();
    }

    @Test
    void undoing_the_archive_does_not_undo_what_a_colleague_published_meanwhile() {
        draft("life-undo", "One");
        publishing.publish(OWNER, "life-undo", "");
        archive.archive(OWNER, "life-undo");
        draft("life-undo", "Two");
        publishing.publish(OWNER, "life-undo", "");

        archive.unarchive(OWNER, "life-undo", 1);

        assertThat(shelved("life-undo").liveVersion()).isEqualTo(2);
    }

    @Test
    void files_of_one_name_become_flows_of_their_own_though_they_come_at_once() {
        var file = flow("life-many", "One");

        var keys = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> library.add(OWNER, "Life of many", file).key())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().contains("life-of-many", "life-of-many-6");
    }

    @Test
    void a_file_that_is_no_flow_is_not_kept() {
        assertThatThrownBy(() -> library.add(OWNER, "Life letter", "Dear Sir".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class);

        assertThat(library.all(OWNER)).extracting(ShelvedFlow::key).doesNotContain("life-letter");
    }

    @Test
    void somebody_who_only_looks_adds_nothing() {
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);

        assertThatThrownBy(() -> library.add(viewer, "Life viewer", flow("life-viewer", "One")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-allowed"));
    }

    private ShelvedFlow shelved(String key) {
        return library.all(OWNER).stream()
                .filter(flow -> flow.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void draft(String key, String text) {
        drafts.overwrite(OWNER, key, flow(key, text));
    }

    private static byte[] flow(String key, String text) {
        return new FlowText(key, key).says("hi", text).ends().toString().getBytes(StandardCharsets.UTF_8);
    }
}
