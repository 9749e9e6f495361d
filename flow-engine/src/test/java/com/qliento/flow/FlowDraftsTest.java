package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.database.DatabaseNotification;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Several people who draw one flow. */
class FlowDraftsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor ANA = new Actor("ana", DEMO, Role.BUILDER);
    private static final Actor BEN = new Actor("ben", DEMO, Role.BUILDER);

    private final Scene scene = Scene.shared();
    private final FlowPublishing publishing = scene.bean(FlowPublishing.class);
    private final FlowDrafts drafts = scene.bean(FlowDrafts.class);

    @Test
    void nobody_writes_over_what_they_did_not_see() {
        var key = "drafts-conflict";
        var first = publishing.saveDraft(ANA, key, flow(key, "One"));
        drafts.save(BEN, key, flow(key, "Ben's"), first.revision());

        assertThatThrownBy(() -> drafts.save(ANA, key, flow(key, "Ana's"), first.revision()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("flow-changed");
                    assertThat(problem.more()).containsEntry("by", "ben").containsEntry("revision", 2L);
                });
        assertThat(publishing.get(ANA, key).bpmn()).isEqualTo(flow(key, "Ben's"));
    }

    @Test
    void the_same_drawing_again_is_no_new_revision() {
        var key = "drafts-same";
        var first = publishing.saveDraft(ANA, key, flow(key, "One"));

        var again = drafts.save(BEN, key, flow(key, "One"), first.revision());

        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(again.draftBy()).isEqualTo("ana");
    }

    @Test
    void what_is_taken_over_can_be_brought_back() {
        var key = "drafts-take-over";
        publishing.saveDraft(BEN, key, flow(key, "Ben's"));

        drafts.takeOver(ANA, key, flow(key, "Ana's"));
        var kept = drafts.kept(ANA, key);
        drafts.bringBack(ANA, key, kept.get(0).id());

        assertThat(kept).singleElement().extracting(KeptDraft::by).isEqualTo("ben");
        assertThat(publishing.get(ANA, key).bpmn()).isEqualTo(flow(key, "Ben's"));
        assertThat(drafts.kept(ANA, key)).extracting(KeptDraft::by).containsExactly("ana", "ben");
    }

    @Test
    void what_is_put_aside_leaves_the_draft_as_it_is_and_old_ones_make_room() {
        var key = "drafts-aside";
        publishing.saveDraft(BEN, key, flow(key, "Ben's"));

        putAside(key, FlowDrafts.MOST_KEPT + 1);

        var kept = drafts.kept(ANA, key);
        assertThat(kept).hasSize(FlowDrafts.MOST_KEPT);
        assertThat(drafts.bpmnOf(ANA, key, kept.get(0).id())).isEqualTo(flow(key, "Number " + FlowDrafts.MOST_KEPT));
        assertThat(publishing.get(ANA, key).bpmn()).isEqualTo(flow(key, "Ben's"));
    }

    @Test
    void what_was_taken_over_stays_however_much_others_put_aside_and_goes_after_thirty_days() {
        var key = "drafts-kept";
        publishing.saveDraft(BEN, key, flow(key, "Ben's"));
        drafts.takeOver(ANA, key, flow(key, "Ana's"));

        scene.passes(FlowDrafts.KEPT_FOR.minusDays(1));
        putAside(key, FlowDrafts.MOST_KEPT + 1);

        assertThat(drafts.kept(ANA, key)).extracting(KeptDraft::by).contains("ben");

        scene.passes(Duration.ofDays(1).plusSeconds(1));
        putAside(key, 1);

        assertThat(drafts.kept(ANA, key)).extracting(KeptDraft::by).containsOnly("ana");
    }

    private void putAside(String key, int times) {
        for (int i = 0; i < times; i++) {
            drafts.putAside(ANA, key, flow(key, "Number " + i));
        }
    }

    @Test
    void what_is_the_draft_already_is_not_kept_once_more() {
        var key = "drafts-equal";
        publishing.saveDraft(BEN, key, flow(key, "One"));

        drafts.takeOver(ANA, key, flow(key, "One"));

        assertThat(drafts.kept(ANA, key)).isEmpty();
    }

    @Test
    void what_is_no_flow_is_not_kept_either() {
        var key = "drafts-nonsense";
        publishing.saveDraft(BEN, key, flow(key, "One"));
        var nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> drafts.putAside(ANA, key, nonsense)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.takeOver(ANA, key, nonsense)).isInstanceOf(Problem.class);
        assertThat(drafts.kept(ANA, key)).isEmpty();
    }

    @Test
    void nobody_publishes_what_they_did_not_see() {
        var key = "drafts-unseen";
        var seen = publishing.saveDraft(ANA, key, flow(key, "One")).revision();
        publishing.saveDraft(BEN, key, flow(key, "Ben's"));

        assertThatThrownBy(() -> publishing.publish(ANA, key, "", seen)).satisfies(FlowDraftsTest::changed);
        assertThatThrownBy(() -> publishing.publishAnyway(ANA, key, "", seen)).satisfies(FlowDraftsTest::changed);
        assertThat(publishing.versions(ANA, key)).isEmpty();

        var version = publishing.publish(ANA, key, "", seen + 1);

        assertThat(version.bpmn()).isEqualTo(flow(key, "Ben's"));
    }

    private static void changed(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("flow-changed"));
    }

    @Test
    void who_may_not_publish_is_told_so_before_anything_is_looked_up() {
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);

        assertThatThrownBy(() -> publishing.publish(viewer, "drafts-none", "")).satisfies(FlowDraftsTest::forbidden);
        assertThatThrownBy(() -> publishing.publishAnyway(viewer, "drafts-none", "", null))
                .satisfies(FlowDraftsTest::forbidden);
        assertThatThrownBy(() -> publishing.rollBack(viewer, "drafts-none", 1, ""))
                .satisfies(FlowDraftsTest::forbidden);
    }

    private static void forbidden(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                .isEqualTo(HttpStatus.FORBIDDEN));
    }

    @Test
    void after_the_database_was_away_any_draft_may_have_been_saved() {
        var heard = new ArrayList<Object>();

        new FlowDrafts.Announcements(heard::add).heard(new DatabaseNotification("", "", true));
        new FlowDrafts.Announcements(heard::add).heard(new DatabaseNotification("draft", DEMO + "/one", false));

        assertThat(heard).containsExactly(DraftSaved.ANY, new DraftSaved(DEMO, "one"));
        assertThat(DraftSaved.ANY.concerns(DEMO, "two")).isTrue();
        assertThat(new DraftSaved(DEMO, "one").concerns(DEMO, "two")).isFalse();
    }

    @Test
    void a_version_tells_who_made_it_and_what_is_new() {
        var key = "drafts-note";
        publishing.saveDraft(ANA, key, flow(key, "One"));

        publishing.publish(BEN, key, " Friendlier greeting ");

        assertThat(publishing.versions(ANA, key)).singleElement().satisfies(version -> {
            assertThat(version.publishedBy()).isEqualTo("ben");
            assertThat(version.note()).isEqualTo("Friendlier greeting");
        });
        var longNote = "x".repeat(FlowPublishing.LONGEST_NOTE + 1);
        assertThatThrownBy(() -> publishing.publish(BEN, key, longNote)).isInstanceOf(Problem.class);
    }

    @Test
    void who_may_not_draw_changes_no_draft() {
        var key = "drafts-viewer";
        publishing.saveDraft(ANA, key, flow(key, "One"));
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);

        assertThatThrownBy(() -> drafts.save(viewer, key, flow(key, "Two"), 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.takeOver(viewer, key, flow(key, "Two"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.putAside(viewer, key, flow(key, "Two"))).isInstanceOf(Problem.class);
        assertThat(publishing.get(viewer, key).revision()).isEqualTo(1);
    }

    private static byte[] flow(String key, String text) {
        return new FlowText(key, key).says("hi", text).ends().toString().getBytes(StandardCharsets.UTF_8);
    }
}
