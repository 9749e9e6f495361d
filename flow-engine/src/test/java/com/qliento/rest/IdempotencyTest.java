package com.qliento.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.Family;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A request with an Idempotency-Key has one effect, however often it is sent. */
class IdempotencyTest {

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void the_same_request_again_has_the_same_answer_and_one_effect() {
        var key = UUID.randomUUID().toString();
        var body = channel(number());

        var first = post(shop, key, body);
        var second = post(shop, key, body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(Answers.json(shop.call("GET", "/api/v1/channels", "")).path("items"))
                .hasSize(1);
    }

    @Test
    void the_same_answer_names_the_same_revision_and_place() {
        var key = UUID.randomUUID().toString();
        var flow =
                new FlowText("told-twice", "told-twice").says("t", "Yes").ends().toString();

        var first = draft(key, flow);
        var second = draft(key, flow);

        assertThat(first.headers().firstValue("ETag")).as(first.body()).isPresent();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(second.headers().firstValue("Location")).contains("/api/v1/flows/told-twice");
    }

    @Test
    void a_refusal_is_remembered_too() {
        var key = UUID.randomUUID().toString();

        Answers.problem(post(shop, key, "{}"), 422);

        Answers.problem(post(shop, key, "{}"), 422);
    }

    @Test
    void the_key_of_another_request_is_refused() {
        var key = UUID.randomUUID().toString();
        post(shop, key, channel(number()));

        var problem = Answers.problem(post(shop, key, channel(number())), 409);

        assertThat(problem.path("type").asText()).isEqualTo("urn:qliento:problem:idempotency-key-used");
        assertThat(Answers.json(shop.call("GET", "/api/v1/channels", "")).path("items"))
                .hasSize(1);
    }

    @Test
    void the_key_belongs_to_its_organisation() {
        var key = UUID.randomUUID().toString();
        var neighbour = OtherOrganisation.in(scene);
        assertThat(post(shop, key, channel(number())).statusCode()).isEqualTo(201);

        assertThat(post(neighbour, key, channel(number())).statusCode()).isEqualTo(201);
    }

    @Test
    void requests_at_the_same_time_have_one_effect() {
        var key = UUID.randomUUID().toString();
        var body = channel(number());

        var posts = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 8; i++) {
            posts.add(CompletableFuture.supplyAsync(() -> post(shop, key, body)));
        }
        var answers = posts.stream().map(CompletableFuture::join).toList();

        assertThat(answers).anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers).allSatisfy(answer -> {
            if (answer.statusCode() != 201) {
                assertThat(Answers.problem(answer, 409).path("type").asText())
                        .isEqualTo("urn:qliento:problem:in-progress");
            }
        });
        assertThat(Answers.json(shop.call("GET", "/api/v1/channels", "")).path("items"))
                .hasSize(1);
    }

    @Test
    void a_failure_on_our_side_is_forgotten_so_that_it_can_be_tried_again() throws Exception {
        var key = UUID.randomUUID().toString();
        var tries = new AtomicInteger();

        var failed = filtered(key, "a", tries, 503);
        var done = filtered(key, "a", tries, 200);
        var again = filtered(key, "a", tries, 200);

        assertThat(failed.getStatus()).isEqualTo(503);
        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).isEqualTo(done.getContentAsString());
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_body_that_is_too_long_is_refused_and_not_cut() throws Exception {
        var tries = new AtomicInteger();

        var answer = filtered(UUID.randomUUID().toString(), "x".repeat(5 * 1024 * 1024), tries, 200);

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(tries).hasValue(0);
    }

    @Test
    void an_empty_or_endless_key_is_refused() {
        Answers.problem(post(shop, " ", "{}"), 422);
        Answers.problem(post(shop, "k".repeat(256), "{}"), 422);
    }

    @Test
    void keys_are_forgotten_after_a_day() {
        var key = UUID.randomUUID().toString();
        post(shop, key, channel(number()));

        scene.passes(Duration.ofHours(25));
        scene.bean(Idempotency.class).forgetOld();

        assertThat(post(shop, key, channel(number())).statusCode()).isEqualTo(201);
    }

    @Test
    void what_a_node_that_died_had_begun_is_done_by_the_next_who_is_asked() throws Exception {
        var key = UUID.randomUUID().toString();
        dies(key, "a");

        var other = filtered(key, "another request", new AtomicInteger(), 200);
        var same = filtered(key, "a", new AtomicInteger(), 200);

        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(same.getStatus()).isEqualTo(200);
        assertThat(same.getContentAsString()).isEqualTo("try 1");
    }

    @Test
    void what_nodes_that_died_had_begun_is_forgotten_at_the_next_start_and_what_others_do_is_not() throws Exception {
        var left = UUID.randomUUID().toString();
        var going = UUID.randomUUID().toString();
        dies(left, "a");
        begins(going, "a");

        scene.bean(Idempotency.class).forgetLeftBehind();

        assertThat(filtered(left, "another request", new AtomicInteger(), 200).getStatus())
                .isEqualTo(200);
        assertThat(filtered(going, "a", new AtomicInteger(), 200).getStatus()).isEqualTo(409);
    }

    @Test
    void of_what_was_answered_nothing_lies_there_in_clear_nor_by_what_it_could_be_guessed() throws Exception {
        var key = "+34 600 111 222";
        var request = "CAN-asked";
        filtered(key, request, new AtomicInteger(), 200);

        var rows = rows();

        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .doesNotContain(hex("try 1"))
                .doesNotContain(hex(request))
                .doesNotContain(sha256(key))
                .doesNotContain(sha256("/api/v1/tested?null\n" + request));
        assertThat(filtered(key, request, new AtomicInteger(), 200).getContentAsString())
                .isEqualTo("try 1");
    }

    @Test
    void what_was_answered_is_forgotten_with_somebody_who_is_erased_and_not_done_again() throws Exception {
        var key = UUID.randomUUID().toString();
        var tries = new AtomicInteger();
        filtered(key, "a", tries, 201);
        var sealed = bodies();

        scene.bean(AnswerPersonalData.class).erase(new Family(shop.id(), List.of(SubjectId.random())));

        assertThat(sealed).hasSize(1);
        assertThat(bodies()).isEmpty();
        // An older dump brings the rows back, not what they say.
        putBack(sealed);
        var again = filtered(key, "a", tries, 201);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString()).contains("idempotency-answer-forgotten");
        assertThat(tries).hasValue(1);
        assertThat(filtered(UUID.randomUUID().toString(), "a", tries, 201).getContentAsString())
                .isEqualTo("try 2");
    }

    @Test
    void the_key_that_answers_of_a_day_are_sealed_with_goes_with_the_last_of_them() throws Exception {
        filtered(UUID.randomUUID().toString(), "a", new AtomicInteger(), 200);
        var key = scene.bean(OrganisationScope.class)
                .in(shop.id(), () -> scene.bean(IdempotencyStore.class).keys(shop.id()));

        scene.passes(Duration.ofHours(25));
        filtered(UUID.randomUUID().toString(), "b", new AtomicInteger(), 200);
        scene.bean(Idempotency.class).forgetOld();

        assertThat(key).hasSize(1);
        assertThat(scene.bean(Vault.class).destroySubject(shop.id(), new SubjectId(key.get(0))))
                .as("whether there was a key to destroy")
                .isFalse();
        assertThat(bodies()).hasSize(1);
    }

    @Test
    void what_an_earlier_version_kept_of_a_request_is_known_still() throws Exception {
        var key = UUID.randomUUID().toString();
        var tries = new AtomicInteger();
        kept(key, "/api/v1/tested?null\na", 204);

        assertThat(filtered(key, "a", tries, 200).getStatus()).isEqualTo(204);
        assertThat(filtered(key, "another request", tries, 200).getStatus()).isEqualTo(409);
        assertThat(tries).hasValue(0);
    }

    /** As an earlier version did. */
    private void kept(String key, String request, int status) {
        scene.bean(OrganisationScope.class).run(shop.id(), () -> scene.jdbc()
                .sql("""
                        INSERT INTO organisation_idempotency (organisation_id, key_hash, request_hash, status, created_at)
                        VALUES (?, decode(?, 'hex'), decode(?, 'hex'), ?, now())
                        """)
                .param(shop.id().value())
                .param(sha256(key))
                .param(sha256(request))
                .param(status)
                .update());
    }

    private String rows() {
        return scene.bean(OrganisationScope.class).in(shop.id(), () -> scene.jdbc()
                .sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM organisation_idempotency t"
                        + " WHERE organisation_id = ?")
                .param(shop.id().value())
                .query(String.class)
                .single());
    }

    private List<byte[]> bodies() {
        return scene.bean(OrganisationScope.class).in(shop.id(), () -> scene.jdbc()
                .sql("SELECT body FROM organisation_idempotency WHERE organisation_id = ? AND body IS NOT NULL")
                .param(shop.id().value())
                .query(byte[].class)
                .list());
    }

    private void putBack(List<byte[]> sealed) {
        scene.bean(OrganisationScope.class).run(shop.id(), () -> scene.jdbc()
                .sql("UPDATE organisation_idempotency SET body = ?, forgotten = false WHERE organisation_id = ?")
                .param(sealed.get(0))
                .param(shop.id().value())
                .update());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void begins(String key, String body) {
        var request = ("/api/v1/tested?null\n" + body).getBytes(StandardCharsets.UTF_8);
        var begun = scene.bean(Idempotency.class).begin(new Caller(shop.id(), "test", KeyScope.all()), key, request);
        assertThat(begun.earlier()).isNull();
    }

    /** A node begins this request, and dies. */
    private void dies(String key, String body) {
        begins(key, body);
        scene.bean(OrganisationScope.class).run(shop.id(), () -> scene.jdbc()
                .sql("UPDATE organisation_idempotency SET node = -1 WHERE status IS NULL")
                .update());
    }

    /** A request through the filter to an interface that answers with this status. */
    private MockHttpServletResponse filtered(String key, String body, AtomicInteger tries, int status)
            throws Exception {
        var errors = (HandlerExceptionResolver) scene.bean("handlerExceptionResolver");
        var filter = new IdempotencyFilter(scene.bean(Idempotency.class), errors);
        var request = new MockHttpServletRequest("POST", "/api/v1/tested");
        request.setAttribute(CallerResolver.ATTRIBUTE, new Caller(shop.id(), "test", KeyScope.all()));
        request.addHeader("Idempotency-Key", key);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (wrapped, answer) -> {
            ((HttpServletResponse) answer).setStatus(status);
            answer.getWriter().write("try " + tries.incrementAndGet());
        });
        return response;
    }

    private static HttpResponse<String> post(OtherOrganisation caller, String key, String body) {
        var scene = caller.scene();
        return scene.send(scene.request("POST", "/api/v1/channels", body, "application/json")
                .setHeader("Authorization", "Bearer " + caller.key())
                .header("Idempotency-Key", key)
                .build());
    }

    private HttpResponse<String> draft(String key, String flow) {
        return scene.send(scene.request("POST", "/api/v1/flows?key=told-twice", flow, "application/xml")
                .setHeader("Authorization", "Bearer " + shop.key())
                .header("Idempotency-Key", key)
                .build());
    }

    private static String number() {
        return Scene.newCustomer();
    }

    private static String channel(String number) {
        return "{\"phoneNumberId\":\"" + number + "\",\"displayNumber\":\"" + number
                + "\",\"appSecret\":\"s\",\"verifyToken\":\"v\",\"accessToken\":\"a\"}";
    }
}
