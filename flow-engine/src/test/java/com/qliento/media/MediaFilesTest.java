package com.qliento.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.bpmn.FlowProblem;
import com.qliento.connector.whatsapp.MediaKind;
import com.qliento.flow.FlowDrafts;
import com.qliento.flow.FlowPublishing;
import com.qliento.flow.FlowReview;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.rest.Slice;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaFilesTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor BUILDER = new Actor("builder", DEMO, Role.BUILDER);

    private final Scene scene = Scene.shared();
    private final MediaFiles files = scene.bean(MediaFiles.class);
    private final FlowDrafts drafts = scene.bean(FlowDrafts.class);
    private final FlowPublishing publishing = scene.bean(FlowPublishing.class);

    @Test
    void a_file_is_kept_as_it_is_and_known_by_its_bytes() {
        var picture = Bytes.picture();

        var kept = files.upload(BUILDER, "C:\\photos\\shop.pdf", picture);

        assertThat(kept.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(kept.mimeType()).isEqualTo("image/png");
        assertThat(kept.name()).isEqualTo("shop.pdf");
        assertThat(files.open(BUILDER, kept.id()).orElseThrow().bytes()).isEqualTo(picture);
        assertThat(files.list(BUILDER)).contains(kept);
    }

    @ParameterizedTest
    @EnumSource(MediaFilter.Order.class)
    void slices_beside_each_other_have_each_file_once(MediaFilter.Order order) {
        var builder = new Actor("ben", OtherOrganisation.in(scene).id(), Role.BUILDER);
        for (var name : List.of("menu.png", "Menu.png", "shop.png", "menu.png", "Áttila.png")) {
            var picture = name.startsWith("shop") ? Bytes.padded("\u0089PNG\r\n\u001A\n", 500) : Bytes.picture();
            files.upload(builder, name, picture);
        }
        var all = new MediaFilter("", Set.of(), order);

        var seen = new ArrayList<MediaFacts>();
        for (int offset = 0; offset < 6; offset += 2) {
            seen.addAll(files.slice(builder, all, new Slice(offset, 2)));
        }

        assertThat(seen)
                .isSortedAccordingTo(comparator(order))
                .containsExactlyInAnyOrderElementsOf(files.list(builder));
        assertThat(seen).isEqualTo(files.slice(builder, all, new Slice(0, 9)));
        assertThat(files.count(builder, all)).isEqualTo(5);
    }

    @Test
    void files_are_found_by_their_names_and_without_those_that_are_left_out() {
        var builder = new Actor("ben", OtherOrganisation.in(scene).id(), Role.BUILDER);
        var menu = files.upload(builder, "Menu 100%.png", Bytes.picture());
        var shop = files.upload(builder, "shop.png", Bytes.picture());

        assertThat(files.slice(builder, wanted(" menu 100% "), new Slice(0, 9))).containsExactly(menu);
        assertThat(files.slice(builder, wanted("m_nu"), new Slice(0, 9))).isEmpty();
        var others = new MediaFilter("", Set.of(menu.id()), MediaFilter.Order.NAME);
        assertThat(files.slice(builder, others, new Slice(0, 9))).containsExactly(shop);
        assertThat(files.count(builder, others)).isOne();
    }

    private static Comparator<MediaFacts> comparator(MediaFilter.Order order) {
        var id = Comparator.comparing((MediaFacts file) -> file.id().toString());
        var newest = Comparator.comparing(MediaFacts::uploadedAt).reversed().thenComparing(id);
        var name = Comparator.comparing((MediaFacts file) -> file.name().toLowerCase(Locale.ROOT))
                .thenComparing(id);
        var bytes = Comparator.comparing(MediaFacts::bytes).thenComparing(id);
        return switch (order) {
            case NEWEST -> newest;
            case OLDEST -> newest.reversed();
            case NAME -> name;
            case NAME_BACKWARDS -> name.reversed();
            case SMALLEST -> bytes;
            case LARGEST -> bytes.reversed();
        };
    }

    private static MediaFilter wanted(String words) {
        return new MediaFilter(words, Set.of(), MediaFilter.Order.NEWEST);
    }

    @Test
    void the_same_bytes_are_the_same_file() {
        var picture = Bytes.picture();
        var kept = files.upload(BUILDER, "one.png", picture);

        assertThat(files.upload(BUILDER, "two.png", picture)).isEqualTo(kept);
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        var page = Bytes.of("<html><script>alert(1)</script>");

        assertThatThrownBy(() -> files.upload(BUILDER, "holiday.jpg", page))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("pictures as JPEG or PNG");
        assertThatThrownBy(() -> files.upload(BUILDER, "nothing.png", new byte[0]))
                .hasMessageContaining("empty");
    }

    @Test
    void a_picture_over_whatsapps_limit_is_refused_with_the_limit() {
        var large = Bytes.padded("\u0089PNG\r\n\u001A\n", 5 * 1024 * 1024 + 1);

        assertThatThrownBy(() -> files.upload(BUILDER, "large.png", large))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("5 MB");
    }

    @Test
    void whoever_only_looks_on_uploads_and_deletes_nothing() {
        var viewer = new Actor("viewer", DEMO, Role.VIEWER);
        var kept = files.upload(BUILDER, "seen.png", Bytes.picture());

        assertThat(files.find(viewer, kept.id())).contains(kept);
        assertThatThrownBy(() -> files.upload(viewer, "new.png", Bytes.picture()))
                .hasMessageContaining("viewer");
        assertThatThrownBy(() -> files.delete(viewer, kept.id())).hasMessageContaining("viewer");
    }

    @Test
    void another_organisation_has_none_of_it() {
        var stranger = new Actor("stranger", new OrganisationId(UUID.randomUUID()), Role.OWNER);
        var kept = files.upload(BUILDER, "ours.png", Bytes.picture());

        assertThat(files.find(stranger, kept.id())).isEmpty();
        assertThat(files.open(stranger, kept.id())).isEmpty();
        assertThat(files.list(stranger)).isEmpty();
    }

    @Test
    void a_file_that_a_flow_sends_stays_until_the_flow_sends_another() {
        var kept = files.upload(BUILDER, "prices.png", Bytes.picture());
        drafts.overwrite(BUILDER, "price-board", flow("image", kept.id().toString()));

        assertThatThrownBy(() -> files.delete(BUILDER, kept.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'prices.png' is sent by: Prices");

        drafts.overwrite(BUILDER, "price-board", flow("image", "https://example.org/prices.png"));
        files.delete(BUILDER, kept.id());
        assertThat(files.find(BUILDER, kept.id())).isEmpty();
    }

    @Test
    void it_is_known_which_flow_sends_a_file_as_drafted_and_live() {
        var kept = files.upload(BUILDER, "used.png", Bytes.picture());
        var owner = new Actor("owner", DEMO, Role.OWNER);
        var file = kept.id().toString();
        drafts.overwrite(
                BUILDER,
                "used-board",
                MediaFlow.bpmn("Used", "used board", "image", "file", file).getBytes(StandardCharsets.UTF_8));
        assertThat(files.uses(BUILDER).get(kept.id())).containsExactly(new MediaUse.Used("used-board", "Used", false));
        publishing.publish(owner, "used-board", "");
        drafts.overwrite(
                BUILDER,
                "used-board",
                MediaFlow.bpmn("Used", "used board", "image", "file", "https://example.org/a.png")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(files.uses(BUILDER).get(kept.id())).containsExactly(new MediaUse.Used("used-board", "Used", true));
        assertThat(scene.call("GET", "/api/v1/media/" + file + "/uses", "").body())
                .contains("\"key\":\"used-board\"", "\"live\":true");
        assertThatThrownBy(() -> files.delete(BUILDER, kept.id())).hasMessageContaining("Used");
        assertThat(files.room(BUILDER).used()).isPositive();

        publishing.publish(owner, "used-board", "");
        files.delete(BUILDER, kept.id());
        assertThat(files.uses(BUILDER)).doesNotContainKey(kept.id());
    }

    @Test
    void the_check_of_a_flow_knows_its_files() {
        var picture = files.upload(BUILDER, "board.png", Bytes.picture());

        assertThat(problems("image", picture.id().toString())).isEmpty();
        assertThat(problems("image", "https://example.org/prices.png")).isEmpty();
        assertThat(problems("document", picture.id().toString())).containsExactly("other-kind-of-file");
        assertThat(problems("image", UUID.randomUUID().toString())).containsExactly("unknown-file");
        assertThat(problems("image", "http://example.org/prices.png")).containsExactly("bad-file");
        assertThat(problems("image", "prices.png")).containsExactly("bad-file");
        assertThat(problems("image", "")).containsExactly("missing-setting");
    }

    @Test
    void programs_upload_list_and_delete_too() throws Exception {
        var request = scene.request("POST", "/api/v1/media?name=list.txt", "Tea 2\n" + UUID.randomUUID(), "text/plain");
        var answer = scene.send(request.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"kind\":\"DOCUMENT\"", "\"name\":\"list.txt\"");
        var place = answer.headers().firstValue("Location").orElseThrow();

        assertThat(scene.call("GET", "/api/v1/media", "").body()).contains(place.replaceFirst(".*/", ""));
        assertThat(scene.call("DELETE", place, "").statusCode()).isEqualTo(204);
        assertThat(scene.call("GET", place, "").statusCode()).isEqualTo(404);
    }

    private List<String> problems(String block, String file) {
        drafts.overwrite(BUILDER, "price-board", flow(block, file));
        return scene.bean(FlowReview.class).check(BUILDER, "price-board").stream()
                .filter(FlowProblem::error)
                .map(FlowProblem::code)
                .toList();
    }

    private static byte[] flow(String block, String file) {
        return MediaFlow.bpmn("Prices", "price board", block, "file", file).getBytes(StandardCharsets.UTF_8);
    }
}
