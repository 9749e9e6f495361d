package com.qliento.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.draft.KeptDraft;
import com.qliento.flow.FlowDrafts;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Several people who write one table. */
class DecisionDraftsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor ANA = new Actor("ana", DEMO, Role.OWNER);
    private static final Actor BEN = new Actor("ben", DEMO, Role.OWNER);

    private final Scene scene = Scene.shared();
    private final DecisionDrafts drafts = scene.bean(DecisionDrafts.class);
    private final DecisionPublishing publishing = scene.bean(DecisionPublishing.class);

    @Test
    void of_two_who_write_at_once_both_are_kept_whoever_goes_on() {
        var first = drafts.overwrite(ANA, "drafts-two", table(1));
        drafts.save(BEN, "drafts-two", table(2), first.revision());
        assertThatThrownBy(() -> drafts.save(ANA, "drafts-two", table(3), first.revision()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("decision-changed");
                    assertThat(problem.more()).containsEntry("by", "ben").containsEntry("revision", 2L);
                    assertThat(drafts.changedMeanwhile(problem)).isTrue();
                });

        drafts.takeOver(ANA, "drafts-two", table(3));

        var kept = drafts.kept(ANA, "drafts-two");
        assertThat(kept).singleElement().extracting(KeptDraft::by).isEqualTo("ben");
        drafts.bringBack(BEN, "drafts-two", kept.get(0).id());
        assertThat(drafts.get(ANA, "drafts-two").content()).isEqualTo(table(2));
        assertThat(drafts.kept(ANA, "drafts-two")).extracting(KeptDraft::by).containsExactly("ana", "ben");
    }

    @Test
    void what_is_put_aside_leaves_the_draft_as_it_is() {
        drafts.overwrite(BEN, "drafts-aside", table(1));

        var aside = drafts.putAside(ANA, "drafts-aside", table(2));

        assertThat(drafts.get(BEN, "drafts-aside").content()).isEqualTo(table(1));
        assertThat(drafts.contentOf(BEN, "drafts-aside", aside.id())).isEqualTo(table(2));
    }

    @Test
    void a_program_that_replaces_what_a_person_wrote_leaves_it_to_be_brought_back() {
        drafts.overwrite(ANA, "drafts-program", table(1));

        drafts.overwrite(BEN, "drafts-program", table(2));

        assertThat(drafts.kept(ANA, "drafts-program")).singleElement().satisfies(kept -> assertThat(
                        drafts.contentOf(ANA, "drafts-program", kept.id()))
                .isEqualTo(table(1)));
    }

    @Test
    void what_was_not_seen_does_not_go_live() {
        var seen = drafts.overwrite(ANA, "drafts-seen", table(1));
        drafts.save(BEN, "drafts-seen", table(2), seen.revision());

        assertThatThrownBy(() -> publishing.publish(ANA, "drafts-seen", "", seen.revision(), true))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(drafts.changedMeanwhile(problem))
                        .isTrue());
        assertThat(publishing.versions(ANA, "drafts-seen")).isEmpty();
    }

    @Test
    void drafts_of_flows_and_tables_of_one_key_have_nothing_to_do_with_each_other() {
        var flows = scene.bean(FlowDrafts.class);
        byte[] flow = new FlowText("drafts-one-key", "drafts-one-key")
                .says("hi", "Hi")
                .ends()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        flows.overwrite(BEN, "drafts-one-key", flow);
        drafts.overwrite(ANA, "drafts-one-key", table(1));

        drafts.putAside(ANA, "drafts-one-key", table(2));
        publishing.publish(ANA, "drafts-one-key", "as a table");

        assertThat(flows.get(ANA, "drafts-one-key").content()).isEqualTo(flow);
        assertThat(flows.get(ANA, "drafts-one-key").liveVersion()).isNull();
        assertThat(flows.kept(ANA, "drafts-one-key")).isEmpty();
        scene.bean(DecisionLibrary.class).delete(ANA, "drafts-one-key");
        assertThat(flows.get(ANA, "drafts-one-key").content()).isEqualTo(flow);
    }

    private static byte[] table(int percent) {
        return Models.discount(percent).getBytes(StandardCharsets.UTF_8);
    }
}
