package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraphObjectsTest extends SimulatorTest {

    private static final String ACCOUNT = "102290129340398";

    private Answer upload(String type, String content) throws IOException, InterruptedException {
        String body = """
                --cut\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --cut\r
                Content-Disposition: form-data; name="file"; filename="a"\r
                Content-Type: %s\r
                \r
                %s\r
                --cut--\r
                """.formatted(type, content);
        return call(graph("/v23.0/" + NUMBER + "/media")
                .setHeader("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> fetch(String url, boolean withToken) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return http.send(
                (withToken ? request.header("Authorization", "Bearer t") : request).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void uploaded_media_can_be_sent_found_fetched_and_removed() throws Exception {
        String id = upload("image/png", "pixels").text("/id");

        Answer sent = send("""
                {"messaging_product":"whatsapp","to":"%s","type":"image","image":{"id":"%s"}}""".formatted(somebody(), id));
        Answer found = call(graph("/v23.0/" + id).GET().build());
        HttpResponse<String> fetched = fetch(found.text("/url"), true);
        Answer removed = call(graph("/" + id).DELETE().build());

        assertThat(sent.status()).isEqualTo(200);
        assertThat(found.text("/mime_type")).isEqualTo("image/png");
        assertThat(found.text("/sha256")).hasSize(64);
        assertThat(fetched.body()).isEqualTo("pixels");
        assertThat(removed.body().at("/success").asBoolean()).isTrue();
        assertThat(call(graph("/" + id).GET().build()).errorCode()).isEqualTo(100);
    }

    @Test
    void a_media_address_needs_the_token_and_lives_five_minutes() throws Exception {
        String id = upload("text/plain", "words").text("/id");
        String url = call(graph("/" + id).GET().build()).text("/url");

        int withoutToken = fetch(url, false).statusCode();
        clock.forward(Duration.ofMinutes(5).minusMillis(1));
        int inTime = fetch(url, true).statusCode();
        clock.forward(Duration.ofMillis(1));
        int late = fetch(url, true).statusCode();

        assertThat(withoutToken).isEqualTo(401);
        assertThat(inTime).isEqualTo(200);
        assertThat(late).isEqualTo(400);
    }

    @Test
    void media_of_a_type_or_size_that_meta_does_not_take_is_refused() throws Exception {
        assertThat(upload("text/html", "<p>").errorCode()).isEqualTo(100);
        assertThat(upload("image/webp", "x".repeat(500 * 1_024 + 1)).errorCode())
                .isEqualTo(100);
    }

    @Test
    void a_number_tells_the_fields_that_were_asked_for() throws Exception {
        Answer all = call(graph("/v23.0/" + NUMBER).GET().build());
        Answer some = call(graph("/" + NUMBER + "?fields=display_phone_number,quality_rating")
                .GET()
                .build());

        assertThat(all.text("/verified_name")).isNotBlank();
        assertThat(some.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("display_phone_number", "quality_rating", "id");
    }

    @Test
    void templates_are_listed_in_pages() throws Exception {
        String path = "/v23.0/" + ACCOUNT + "/message_templates?limit=2";
        Answer first = call(graph(path).GET().build());
        Answer second = call(graph(path + "&after=" + first.text("/paging/cursors/after"))
                .GET()
                .build());

        assertThat(first.body().at("/data")).hasSize(2);
        assertThat(second.body().at("/data")).hasSize(2);
        assertThat(first.text("/data/0/status")).isEqualTo("APPROVED");
        assertThat(second.body().findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.body().findValuesAsText("id"));
    }

    @Test
    void a_created_template_can_be_sent_at_once() throws Exception {
        Answer created = call(graph("/" + ACCOUNT + "/message_templates")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name":"made_here","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi {{1}}!"}]}"""))
                .build());
        String person = somebody();

        Answer sent = send("""
                {"messaging_product":"whatsapp","to":"%s","type":"template","template":{"name":"made_here","language":{"code":"en"},
                 "components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}""".formatted(person));

        assertThat(created.text("/status")).isEqualTo("APPROVED");
        assertThat(sent.text("/messages/0/message_status")).isEqualTo("accepted");
        assertThat(get("/simulator/customers/" + person + "/messages").text("/0/shown"))
                .isEqualTo("Hi Ana!");
    }
}
