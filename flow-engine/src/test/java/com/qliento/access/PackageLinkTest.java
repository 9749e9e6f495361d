package com.qliento.access;

import static com.qliento.access.PackageFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.audit.AuditAction;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.spi.PersonalDataStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person takes their package by an address and a code, and nobody else does. */
class PackageLinkTest {

    private static final PackageLinks.Terms USUAL = new PackageLinks.Terms(null, null);

    private final Scene scene = Scene.shared();
    private final AccessPackages packages = scene.bean(AccessPackages.class);
    private final PackageLinks links = scene.bean(PackageLinks.class);
    private final PackageFixture people = new PackageFixture(scene);
    private final Actor officer = people.officer();
    private final HttpClient http = HttpClient.newHttpClient();

    /** What was tried here is not held against the next test. */
    @AfterEach
    void aMinutePasses() {
        scene.passes(Duration.ofMinutes(1));
    }

    @Test
    void whoever_has_the_address_and_the_code_takes_the_package_and_it_is_noted() throws Exception {
        var canary = "canary" + UUID.randomUUID();
        var id = people.made(people.talked(canary));
        var made = links.make(officer, id, USUAL);

        var page = get(made.path(), "es-MX,es;q=0.9");
        var took = post(made.path(), made.code().toLowerCase(Locale.ROOT).replace("-", " "));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains("<html lang=\"es\"", "Código", "noindex")
                .doesNotContain("<script", canary, "Demo");
        for (var answer : List.of(page, took)) {
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Robots-Tag"))
                    .hasValueSatisfying(robots -> assertThat(robots).contains("noindex"));
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "form-action 'self'"));
        assertThat(took.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"data-package.zip\"");
        var files = PackageFixture.unpacked(took.body());
        assertThat(new String(files.getOrDefault("data.json", new byte[0]), StandardCharsets.UTF_8))
                .contains(canary);
        assertThat(link(id).downloads()).isOne();
        assertThat(packages.get(officer, id).taken()).isOne();
        assertThat(noted(AuditAction.PACKAGE_DELIVERED, id)).isOne();
        assertThat(noted(AuditAction.PACKAGE_LINK_MADE, id)).isOne();
    }

    @Test
    void what_is_stored_of_a_link_gives_neither_its_address_nor_its_code() {
        var id = people.made(people.talked("stored"));
        var made = links.make(officer, id, USUAL);

        var rows = scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql(
                        "SELECT row_to_json(l)::text || encode(l.token, 'escape') || encode(l.code, 'escape') FROM access_link l"
                                + " WHERE package_id = ?")
                .param(id)
                .query(String.class)
                .single());

        assertThat(rows).doesNotContain(token(made), made.code(), made.code().replace("-", ""));
        assertThat(made.toString()).doesNotContain(token(made), made.code());
    }

    @Test
    void five_wrong_codes_close_it_and_the_right_one_opens_nothing_any_more() throws Exception {
        var id = people.made(people.talked("five"));
        var made = links.make(officer, id, USUAL);

        for (int i = 0; i < PackageLink.MOST_WRONG; i++) {
            assertThat(post(made.path(), "WRONG-" + i).statusCode()).isEqualTo(422);
        }
        var after = post(made.path(), made.code());

        assertThat(after.statusCode()).isEqualTo(422);
        assertThat(link(id))
                .returns(PackageLink.State.CLOSED, PackageLink::state)
                .returns(PackageLink.MOST_WRONG, PackageLink::wrongCodes)
                .returns(0, PackageLink::downloads)
                .returns(1, PackageLink::late);
        assertThat(noted(AuditAction.PACKAGE_CODE_WRONG, id)).isEqualTo(PackageLink.MOST_WRONG);
    }

    @Test
    void many_who_try_at_once_have_no_more_tries_than_one_after_the_other() {
        var id = people.made(people.talked("at once"));
        var made = links.make(officer, id, USUAL);
        var delivery = scene.bean(LinkDelivery.class);

        var threads = Executors.newFixedThreadPool(8);
        var tries = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var code = "GUESS" + i;
            tries.add(CompletableFuture.supplyAsync(
                    () -> delivery.open(token(made), code).isPresent(), threads));
        }
        assertThat(tries).allSatisfy(one -> assertThat(one.join()).isFalse());
        threads.shutdown();

        assertThat(link(id).wrongCodes()).isEqualTo(PackageLink.MOST_WRONG);
    }

    @Test
    void an_address_that_leads_nowhere_or_nowhere_any_more_says_the_same_as_a_wrong_code() throws Exception {
        var id = people.made(people.talked("alike"));
        var open = links.make(officer, id, USUAL);
        var once = links.make(officer, id, new PackageLinks.Terms(1, 1));
        var ended = links.make(officer, id, USUAL);
        links.end(officer, id, ended.link().id());
        assertThat(post(once.path(), once.code()).statusCode()).isEqualTo(200);

        var said = List.of(
                post(open.path(), "WRONG"),
                post(once.path(), once.code()),
                post(ended.path(), ended.code()),
                post("/p/" + "A".repeat(43), "WRONG"),
                post("/p/short", "WRONG"),
                post(open.path(), ""));

        assertThat(said).extracting(HttpResponse::statusCode).containsOnly(422);
        assertThat(said).extracting(PackageLinkTest::text).containsOnly(text(said.get(0)));
        assertThat(said).extracting(PackageLinkTest::headers).containsOnly(headers(said.get(0)));
        assertThat(get("/p/" + "A".repeat(43), "en").body())
                .isEqualTo(get(open.path(), "en").body());
    }

    @Test
    void it_holds_no_longer_than_it_was_made_for_nor_than_its_package() throws Exception {
        var id = people.made(people.talked("in time"));
        var day = links.make(officer, id, new PackageLinks.Terms(1, null));
        assertThat(links.make(officer, id, USUAL).link().endsAt())
                .isEqualTo(packages.get(officer, id).endsAt());
        scene.passes(Duration.ofDays(1).minusSeconds(5));
        assertThat(post(day.path(), day.code()).statusCode()).isEqualTo(200);
        scene.passes(Duration.ofSeconds(10));
        assertThat(post(day.path(), day.code()).statusCode()).isEqualTo(422);

        var last = links.make(officer, id, USUAL);
        packages.end(officer, id);
        assertThat(post(last.path(), last.code()).statusCode()).isEqualTo(422);
        assertThat(links.of(officer, id)).extracting(PackageLink::state).containsOnly(PackageLink.State.OVER);
        assertThatThrownBy(() -> links.make(officer, id, USUAL)).hasMessageContaining("Its time is over");
    }

    @Test
    void a_person_who_leaves_takes_their_links_with_them() throws Exception {
        var phone = people.talked("leaving");
        var id = people.made(phone);
        var made = links.make(officer, id, USUAL);
        var family = scene.bean(OrganisationScope.class).in(DEMO, () -> scene.bean(Contacts.class)
                .family(DEMO, people.contact(phone))
                .orElseThrow());
        PersonalDataStore mine = scene.bean(PackagePersonalData.class);

        scene.bean(OrganisationScope.class).run(DEMO, () -> mine.stop(family));
        assertThat(post(made.path(), made.code()).statusCode()).isEqualTo(422);
        mine.erase(family);

        assertThat(mine.count(family).values()).containsOnly(0L);
        assertThat(mine.count(family)).containsKeys("access_link", "access_link_use");
    }

    @Test
    void only_who_works_cases_makes_links_and_nobody_for_another_organisations_package() {
        var id = people.made(people.talked("ours"));
        var other = new Actor("theirs", OtherOrganisation.in(scene).id(), Role.COMPLIANCE);
        var link = links.make(officer, id, USUAL).link().id();

        assertThatThrownBy(() -> links.make(other, id, USUAL)).hasMessageContaining("There is no package");
        assertThatThrownBy(() -> links.of(other, id)).hasMessageContaining("There is no package");
        assertThatThrownBy(() -> links.end(other, id, link)).hasMessageContaining("There is no link");
        assertThatThrownBy(() -> links.end(officer, UUID.randomUUID(), link)).hasMessageContaining("There is no link");
        for (var terms :
                List.of(new PackageLinks.Terms(8, 1), new PackageLinks.Terms(0, 1), new PackageLinks.Terms(1, 11))) {
            assertThatThrownBy(() -> links.make(officer, id, terms))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("a number from 1 to");
        }
    }

    @Test
    void who_tries_too_often_is_held_up_before_anything_is_looked_for() throws Exception {
        var id = people.made(people.talked("often"));
        var made = links.make(officer, id, USUAL);
        for (int i = 0; i < LinkPace.FROM_ONE_PLACE; i++) {
            assertThat(post("/p/" + "B".repeat(43), "WRONG").statusCode()).isEqualTo(422);
        }

        var held = post(made.path(), made.code());

        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(text(held)).contains("Wait a minute");
        assertThat(link(id).uses()).isEmpty();
        scene.passes(Duration.ofMinutes(1));
        assertThat(post(made.path(), made.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_program_makes_sees_and_ends_links() throws Exception {
        var path = "/api/v1/privacy/packages/" + people.made(people.talked("by program")) + "/links";

        var made = scene.call("POST", path, "{\"days\":2,\"downloads\":1}");
        assertThat(made.statusCode()).isEqualTo(201);
        var location = made.headers().firstValue("Location").orElseThrow();

        assertThat(scene.call("GET", path, "").body())
                .contains("\"state\":\"OPEN\"")
                .doesNotContain("code\"", "/p/");
        assertThat(scene.call("DELETE", location, "").statusCode()).isEqualTo(204);
        assertThat(scene.call("GET", path, "").body()).contains("\"state\":\"ENDED\"");
        assertThat(scene.call("POST", path, "{\"days\":99}").statusCode()).isEqualTo(422);
    }

    private PackageLink link(UUID id) {
        return links.of(officer, id).get(0);
    }

    private static String token(NewPackageLink made) {
        return made.path().substring("/p/".length());
    }

    private int noted(AuditAction action, UUID about) {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE action = ? AND about = ?")
                .params(action.code(), about.toString())
                .query(Integer.class)
                .single());
    }

    private HttpResponse<byte[]> get(String path, String languages) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(scene.url() + path))
                        .header("Accept-Language", languages)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String code) throws IOException, InterruptedException {
        var form = "language=en&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create(scene.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static List<String> headers(HttpResponse<byte[]> answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }
}
