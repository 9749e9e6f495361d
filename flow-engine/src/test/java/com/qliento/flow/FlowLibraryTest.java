package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to flows beside being drawn. */
class FlowLibraryTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("owner", DEMO, Role.OWNER);

    private final Scene scene = Scene.shared();
    private final FlowDrafts drafts = scene.bean(FlowDrafts.class);
    private final FlowPublishing publishing = scene.bean(FlowPublishing.class);
    private final FlowLibrary library = scene.bean(FlowLibrary.class);
    private final FlowArchive archive = scene.bean(FlowArchive.class);
    private final FlowDependents dependents = scene.bean(FlowDependents.class);

    @Test
    void a_list_tells_how_each_flow_stands() {
        draft("lib-list", "One");
        publishing.publish(OWNER, "lib-list", "");
        draft("lib-list", "Two");

        library.tag(OWNER, "lib-list", List.of(" shop", "Spring ", "", "shop"));

        var flow = shelved("lib-list");
        assertThat(flow.ahead()).isTrue();
        assertThat(flow.liveVersion()).isEqualTo(1);
        assertThat(flow.tags()).containsExactly("shop", "Spring");
        assertThat(flow.draftBy()).isEqualTo("owner");
    }

    @Test
    void a_copy_is_a_draft_of_its_own_with_a_name_of_its_own() {
        draft("lib-copy", "One");
        publishing.publish(OWNER, "lib-copy", "");

        var key = library.freeKey(OWNER, "Lib <copy> & \"more\"");
        library.duplicate(OWNER, "lib-copy", key, "Lib <copy> & \"more\"");

        assertThat(key).isEqualTo("lib-copy-more");
        assertThat(shelved(key).name()).isEqualTo("Lib <copy> & \"more\"");
        assertThat(shelved(key).liveVersion()).isNull();
        assertThatThrownBy(() -> library.duplicate(OWNER, "lib-copy", key, "Again"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("flow-exists"));
    }

    @Test
    void an_archived_flow_answers_nobody_until_it_is_brought_back() {
        draft("lib-archive", "Here I am");
        publishing.publish(OWNER, "lib-archive", "");
        var customer = Scene.newCustomer();

        archive.archive(OWNER, "lib-archive");
        var flows = scene.bean(RunningFlows.class);
        assertThat(flows.live(DEMO).withKey("lib-archive")).isNull();

        archive.unarchive(OWNER, "lib-archive", 1);
        scene.says(customer, "lib-archive");
        assertThat(scene.hears(customer, 1)).containsExactly("Here I am");
        assertThat(shelved("lib-archive").archivedAt()).isNull();
    }

    @Test
    void publishing_an_archived_flow_takes_it_out_of_the_archive() {
        draft("lib-again", "One");
        archive.archive(OWNER, "lib-again");

        publishing.publish(OWNER, "lib-again", "");

        assertThat(shelved("lib-again").archivedAt()).isNull();
    }

    @Test
    void what_a_flow_leaves_behind_is_said_before_it_goes() {
        draft("lib-called", "One");
        publishing.publish(OWNER, "lib-called", "");
        var caller = new FlowText("lib-caller", "libcaller")
                .calls("go", "lib-called")
                .ends();
        drafts.overwrite(OWNER, "lib-caller", caller.toString().getBytes(StandardCharsets.UTF_8));

        var breaks = dependents.of(OWNER, "lib-called");

        assertThat(breaks.startedBy()).hasSize(1);
        assertThat(breaks.keywords()).containsExactly("lib-called");
        assertThat(breaks.nothing()).isFalse();
        assertThat(dependents.of(OWNER, "lib-caller").nothing()).isTrue();
    }

    @Test
    void a_flow_is_deleted_with_all_its_versions_but_not_from_under_a_customer() {
        var asks = new FlowText("lib-delete", "libdelete")
                .asks("q", "question", "Well?")
                .ends();
        drafts.overwrite(OWNER, "lib-delete", asks.toString().getBytes(StandardCharsets.UTF_8));
        publishing.publish(OWNER, "lib-delete", "");
        var customer = Scene.newCustomer();
        scene.says(customer, "libdelete");
        scene.hears(customer, 1);

        assertThatThrownBy(() -> archive.delete(OWNER, "lib-delete"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("flow-running"));
        scene.says(customer, "done");
        Awaitility.await().until(() -> dependents.of(OWNER, "lib-delete").running() == 0);
        archive.delete(OWNER, "lib-delete");

        assertThatThrownBy(() -> drafts.get(OWNER, "lib-delete")).isInstanceOf(Problem.class);
        assertThat(library.all(OWNER)).extracting(ShelvedFlow::key).doesNotContain("lib-delete");
    }

    @ParameterizedTest
    @EnumSource(FlowFilter.Order.class)
    void slices_beside_each_other_have_each_flow_once(FlowFilter.Order order) {
        var owner = new Actor("ana", OtherOrganisation.in(scene).id(), Role.OWNER);
        for (var key : List.of("b-two", "a-one", "c-three", "b-four", "e-five")) {
            var flow = new FlowText(key, key).says("hi", "Hi").ends().toString();
            drafts.overwrite(owner, key, flow.getBytes(StandardCharsets.UTF_8));
        }
        library.tag(owner, "b-two", List.of("Autumn"));
        archive.archive(owner, "e-five");
        var all = new FlowFilter("", Set.of(), true, order);

        var seen = new ArrayList<ShelvedFlow>();
        for (int offset = 0; offset < 6; offset += 2) {
            seen.addAll(library.slice(owner, all, new Slice(offset, 2)));
        }

        assertThat(seen).isSortedAccordingTo(comparator(order)).containsExactlyInAnyOrderElementsOf(library.all(owner));
        assertThat(seen).isEqualTo(library.slice(owner, all, new Slice(0, 9)));
        assertThat(library.count(owner, all)).isEqualTo(5);
        assertThat(library.count(owner, new FlowFilter("", Set.of(), false, order)))
                .isEqualTo(4);
        assertThat(library.slice(owner, new FlowFilter(" AUTUMN", Set.of(), false, order), new Slice(0, 9)))
                .extracting(ShelvedFlow::key)
                .containsExactly("b-two");
        assertThat(library.count(owner, new FlowFilter("", Set.of("Autumn", "x"), false, order)))
                .isZero();
    }

    @Test
    void who_may_not_publish_takes_nothing_off_the_air() {
        draft("lib-role", "One");
        publishing.publish(OWNER, "lib-role", "");
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);

        assertThatThrownBy(() -> archive.archive(viewer, "lib-role")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> archive.delete(viewer, "lib-role")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> library.tag(viewer, "lib-role", List.of("x"))).isInstanceOf(Problem.class);
        assertThat(shelved("lib-role").liveVersion()).isEqualTo(1);
    }

    private static Comparator<ShelvedFlow> comparator(FlowFilter.Order order) {
        var byName = Comparator.comparing((ShelvedFlow flow) -> flow.name().toLowerCase(Locale.ROOT))
                .thenComparing(ShelvedFlow::key);
        var byTime = Comparator.comparing(ShelvedFlow::draftAt).thenComparing(ShelvedFlow::key);
        return switch (order) {
            case NAME -> byName;
            case NAME_BACKWARDS -> byName.reversed();
            case LATEST -> byTime.reversed();
            case EARLIEST -> byTime;
        };
    }

    private ShelvedFlow shelved(String key) {
        return library.all(OWNER).stream()
                .filter(flow -> flow.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void draft(String key, String text) {
        drafts.overwrite(
                OWNER,
                key,
                new FlowText(key, key).says("hi", text).ends().toString().getBytes(StandardCharsets.UTF_8));
    }
}
