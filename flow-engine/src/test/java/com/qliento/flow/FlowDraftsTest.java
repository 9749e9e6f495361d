package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.draft.Drafts;
import com.qliento.draft.KeptDraft;
import com.qliento.draft.Versions;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
        var first = drafts.overwrite(ANA, key, flow(key, "One"));
        drafts.save(BEN, key, flow(key, "Ben's"), first.revision());

        assertThatThrownBy(() -> drafts.save(ANA, key, flow(key, "Ana's"), first.revision()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("flow-changed");
                    assertThat(problem.more()).containsEntry("by", "ben").containsEntry("revision", 2L);
                });
        assertThat(drafts.get(ANA, key).content()).isEqualTo(flow(key, "Ben's"));
    }

    @Test
    void the_same_drawing_again_is_no_new_revision() {
        var key = "drafts-same";
        var first = drafts.overwrite(ANA, key, flow(key, "One"));

        var again = drafts.save(BEN, key, flow(key, "One"), first.revision());

        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(again.draftBy()).isEqualTo("ana");
    }

    @Test
    void what_is_taken_over_can_be_brought_back() {
        var key = "drafts-take-over";
        drafts.overwrite(BEN, key, flow(key, "Ben's"));

        drafts.takeOver(ANA, key, flow(key, "Ana's"));
        var kept = drafts.kept(ANA, key);
        drafts.bringBack(ANA, key, kept.get(0).id());

        assertThat(kept).singleElement().extracting(KeptDraft::by).isEqualTo("ben");
        assertThat(drafts.get(ANA, key).content()).isEqualTo(flow(key, "Ben's"));
        assertThat(drafts.kept(ANA, key)).extracting(KeptDraft::by).containsExactly("ana", "ben");
    }

    @Test
    void what_is_put_aside_leaves_the_draft_as_it_is_and_old_ones_make_room() {
        var key = "drafts-aside";
        drafts.overwrite(BEN, key, flow(key, "Ben's"));

        int all = Drafts.KEPT_FOR_EVER + 2;
        for (int i = 1; i <= all; i++) {
            drafts.putAside(ANA, key, flow(key, "Number " + i));
        }
        assertThat(drafts.kept(ANA, key)).as("within a month").hasSize(all);
        scene.passes(Drafts.KEPT.plusDays(1));
        drafts.putAside(ANA, key, flow(key, "The last"));

        var kept = drafts.kept(ANA, key);
        assertThat(kept).hasSize(Drafts.KEPT_FOR_EVER);
        assertThat(drafts.contentOf(ANA, key, kept.get(0).id())).isEqualTo(flow(key, "The last"));
        assertThat(drafts.get(ANA, key).content()).isEqualTo(flow(key, "Ben's"));
    }

    @Test
    void what_somebody_saved_while_another_made_up_their_mind_does_not_go_live_unseen() {
        var key = "drafts-seen";
        var seen = drafts.overwrite(ANA, key, flow(key, "One"));
        var later = drafts.save(BEN, key, flow(key, "Two"), seen.revision());

        assertThatThrownBy(() -> publishing.publish(ANA, key, "", seen.revision(), true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("flow-changed"));
        assertThat(publishing.versions(ANA, key)).isEmpty();

        publishing.publish(ANA, key, "", later.revision(), false);

        assertThat(publishing.versions(ANA, key)).singleElement().satisfies(version -> assertThat(version.content())
                .isEqualTo(flow(key, "Two")));
    }

    @Test
    void a_program_that_overwrites_what_a_person_drew_leaves_it_to_be_brought_back() {
        var key = "drafts-program";
        drafts.overwrite(ANA, key, flow(key, "Ana's"));

        drafts.overwrite(BEN, key, flow(key, "First"));
        drafts.overwrite(BEN, key, flow(key, "Second"));

        assertThat(drafts.kept(ANA, key)).singleElement().satisfies(kept -> assertThat(
                        drafts.contentOf(ANA, key, kept.id()))
                .isEqualTo(flow(key, "Ana's")));
        assertThat(drafts.get(ANA, key).content()).isEqualTo(flow(key, "Second"));
    }

    @Test
    void a_version_tells_who_made_it_and_what_is_new() {
        var key = "drafts-note";
        drafts.overwrite(ANA, key, flow(key, "One"));

        publishing.publish(BEN, key, " Friendlier greeting ");

        assertThat(publishing.versions(ANA, key)).singleElement().satisfies(version -> {
            assertThat(version.publishedBy()).isEqualTo("ben");
            assertThat(version.note()).isEqualTo("Friendlier greeting");
        });
        var longNote = "x".repeat(Versions.LONGEST_NOTE + 1);
        assertThatThrownBy(() -> publishing.publish(BEN, key, longNote)).isInstanceOf(Problem.class);
    }

    @Test
    void who_may_not_draw_changes_no_draft() {
        var key = "drafts-viewer";
        drafts.overwrite(ANA, key, flow(key, "One"));
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);

        assertThatThrownBy(() -> drafts.save(viewer, key, flow(key, "Two"), 1)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.takeOver(viewer, key, flow(key, "Two"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> drafts.putAside(viewer, key, flow(key, "Two"))).isInstanceOf(Problem.class);
        assertThat(drafts.get(viewer, key).revision()).isEqualTo(1);
    }

    private static byte[] flow(String key, String text) {
        return new FlowText(key, key).says("hi", text).ends().toString().getBytes(StandardCharsets.UTF_8);
    }
}
