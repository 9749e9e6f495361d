package com.qliento.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MediaBlockTest {

    private static final Actor BUILDER =
            new Actor("builder", OrganisationId.of("00000000-0000-7000-8000-00000000de30"), Role.BUILDER);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Scene scene = Scene.shared();
    private final MediaFiles files = scene.bean(MediaFiles.class);
    private final String flow = "media-" + NEXT.incrementAndGet();

    @Test
    void a_picture_is_uploaded_once_and_sent_to_everybody_by_its_id() {
        var picture = files.upload(BUILDER, "menu.png", Bytes.picture());
        publish("image", "file", picture.id().toString(), "caption", "Hello {{ contact.name }}");

        var first = asked(Scene.newCustomer());
        var second = asked(Scene.newCustomer());

        assertThat(scene.sink().uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.path()).endsWith("/106540352242922/media");
            assertThat(upload.form()).contains("image/png", "filename=\"menu.png\"", "\u0089PNG");
        });
        assertThat(first.path("type").asText()).isEqualTo("image");
        assertThat(first.at("/image/caption").asText()).isEqualTo("Hello Customer");
        assertThat(first.at("/image/id").asText()).matches("\\d+");
        assertThat(second.at("/image/id")).isEqualTo(first.at("/image/id"));
    }

    @Test
    void a_document_without_a_name_keeps_the_name_of_its_file() {
        var document = files.upload(BUILDER, "prices.pdf", Bytes.document());
        publish("document", "file", document.id().toString());

        var sent = asked(Scene.newCustomer());

        assertThat(sent.at("/document/filename").asText()).isEqualTo("prices.pdf");
        assertThat(sent.path("document").has("caption")).isFalse();
    }

    @Test
    void a_link_is_sent_as_it_is_and_nothing_is_uploaded() {
        publish("video", "file", "https://example.org/tour.mp4");

        var sent = asked(Scene.newCustomer());

        assertThat(sent.at("/video/link").asText()).isEqualTo("https://example.org/tour.mp4");
        assertThat(sent.path("video").has("id")).isFalse();
        assertThat(scene.sink().uploads()).isEmpty();
    }

    @Test
    void an_upload_that_fails_for_now_is_tried_again_and_the_message_arrives() {
        var picture = files.upload(BUILDER, "menu.png", Bytes.picture());
        publish("image", "file", picture.id().toString());
        var tries = new AtomicInteger();
        scene.sink()
                .answersUploads(upload -> tries.incrementAndGet() < 2
                        ? Answer.refused(500, 131000)
                        : new Answer(200, "{\"id\":\"777\"}", ""));

        var sent = asked(Scene.newCustomer());

        assertThat(sent.at("/image/id").asText()).isEqualTo("777");
        assertThat(scene.sink().uploads()).hasSize(2);
    }

    @Test
    void an_upload_that_whatsapp_lost_before_its_time_is_made_again() {
        var picture = files.upload(BUILDER, "menu.png", Bytes.picture());
        publish("image", "file", picture.id().toString());
        var lost = asked(Scene.newCustomer()).at("/image/id").asText();
        scene.sink()
                .answers(message ->
                        message.at("/image/id").asText().equals(lost) ? Answer.refused(400, 100) : Answer.accepted());

        var sent = asked(Scene.newCustomer());

        assertThat(sent.at("/image/id").asText()).isNotEqualTo(lost);
        assertThat(scene.sink().uploads()).hasSize(2);
    }

    @Test
    void a_file_whatsapp_will_not_have_is_tried_once_and_the_message_says_why_it_failed() {
        var picture = files.upload(BUILDER, "menu.png", Bytes.picture());
        publish("image", "file", picture.id().toString());
        scene.sink().answersUploads(upload -> Answer.refused(400, 131053));
        var customer = Scene.newCustomer();

        scene.says(customer, flow);

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> scene.call("GET", "/api/v1/messages", "").body().contains("\"errorCode\":131053"));
        assertThat(scene.sink().uploads()).hasSize(1);
        assertThat(scene.sink().callsTo(customer)).isEmpty();
    }

    @Test
    void an_upload_is_made_anew_before_whatsapp_forgets_it() {
        var picture = files.upload(BUILDER, "menu.png", Bytes.picture());
        publish("image", "file", picture.id().toString());
        var early = asked(Scene.newCustomer()).at("/image/id");

        scene.passes(Duration.ofDays(29));
        var late = asked(Scene.newCustomer()).at("/image/id");

        assertThat(late).isNotEqualTo(early);
        assertThat(scene.sink().uploads()).hasSize(2);
    }

    private void publish(String block, String... settings) {
        scene.publish(flow, MediaFlow.bpmn("Media", flow, block, settings));
    }

    private JsonNode asked(String customer) {
        scene.says(customer, flow);
        scene.hears(customer, 1);
        List<JsonNode> sent = scene.sink().to(customer);
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }
}
