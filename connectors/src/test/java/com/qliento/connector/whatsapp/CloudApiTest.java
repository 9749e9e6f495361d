package com.qliento.connector.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.whatsapp.GraphAnswer.Answered;
import com.qliento.connector.whatsapp.GraphAnswer.Missing;
import com.qliento.connector.whatsapp.GraphAnswer.Refused;
import com.qliento.connector.whatsapp.SendOutcome.Accepted;
import com.qliento.connector.whatsapp.SendOutcome.Unknown;
import com.qliento.connector.whatsapp.SendOutcome.Unreachable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudApiTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final AccessToken TOKEN = new AccessToken("EAAsecret");
    private static final String NUMBER = "106540352242922";
    private static final byte[] HELLO =
            new OutboundMessage(Address.phone("15550001111"), new OutboundContent.Text("hello")).toJson();
    private static final String TAKEN = """
            {"messaging_product":"whatsapp","contacts":[{"input":"+1 555","wa_id":"15550001111"}],
             "messages":[{"id":"wamid.HBgL","message_status":"accepted"}]}""";

    @RegisterExtension
    static final WireMockExtension META = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private final ExecutorService threads = HttpThreads.daemons("test-http", 2);
    private final CloudApi api =
            new CloudApi(CloudApiSettings.of(URI.create(base() + "/simulator/graph/")), threads, NOON);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void an_accepted_message_has_its_id() {
        answer(aResponse().withBody(TAKEN));

        assertThat(send()).isEqualTo(new Accepted("wamid.HBgL", "15550001111", "accepted"));
        META.verify(postRequestedFor(urlEqualTo("/simulator/graph/v23.0/" + NUMBER + "/messages"))
                .withHeader("Authorization", equalTo("Bearer EAAsecret"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(binaryEqualTo(HELLO)));
    }

    @Test
    void an_answer_without_contacts_is_accepted_too() {
        answer(aResponse().withBody("{\"messages\":[{\"id\":\"wamid.1\"}]}"));

        assertThat(send()).isEqualTo(new Accepted("wamid.1", null, null));
    }

    @Test
    void a_refusal_brings_metas_error() {
        answer(aResponse().withStatus(400).withBody("""
                {"error":{"message":"(#131047)","type":"OAuthException","code":131047,"error_data":
                 {"messaging_product":"whatsapp","details":"more than 24 hours"},"fbtrace_id":"Az8"}}"""));

        assertThat(send())
                .isEqualTo(new SendOutcome.Refused(
                        new GraphError(400, 131047, 0, "(#131047)", "more than 24 hours", "Az8", null)));
    }

    @Test
    void a_throttled_send_says_how_long_to_wait() {
        answer(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "Mon, 02 Mar 2026 12:00:30 GMT")
                .withBody("{\"error\":{\"code\":130429}}"));

        GraphError error = ((SendOutcome.Refused) send()).error();

        assertThat(error.group()).isEqualTo(ErrorGroup.SLOW_DOWN_NUMBER);
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"429, SLOW_DOWN_NUMBER", "404, CONTENT", "401, ACCOUNT", "302, CONTENT", "413, CONTENT"})
    void a_refusal_that_is_no_json_is_judged_by_its_status(int status, ErrorGroup group) {
        answer(aResponse().withStatus(status).withBody("<html><h1>Sorry</h1></html>"));

        assertThat(((SendOutcome.Refused) send()).error())
                .returns(group, GraphError::group)
                .returns(GraphError.NO_CODE, GraphError::code);
    }

    @Test
    void a_fault_meta_reports_itself_was_not_carried_out() {
        answer(aResponse().withStatus(500).withBody("{\"error\":{\"code\":2,\"is_transient\":true}}"));

        assertThat(((SendOutcome.Refused) send()).error().retryable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_fault_of_something_in_between_leaves_it_open(int status) {
        answer(aResponse().withStatus(status).withBody("<html>Bad gateway</html>"));

        assertThat(send()).isEqualTo(new Unknown(CallTrouble.SERVER_FAULT, status, "no error object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "{}",
                "[]",
                "null",
                "{\"messages\":[]}",
                "{\"messages\":[{\"id\":\"\"}]}",
                "{\"messages\":\"x\"}",
                "{\"messages\":[{\"id\":\"wamid",
                "\u0000"
            })
    void a_success_without_a_message_id_leaves_it_open(String body) {
        answer(aResponse().withBody(body));

        assertThat(send()).isEqualTo(new Unknown(CallTrouble.UNREADABLE_ANSWER, 200, "no message id"));
    }

    @Test
    void an_error_in_a_successful_answer_is_a_refusal() {
        answer(aResponse().withBody("{\"error\":{\"code\":131000}}"));

        assertThat(((SendOutcome.Refused) send()).error().code()).isEqualTo(131000);
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_unreachable() {
        var untrusted = URI.create("https://localhost:" + META.getHttpsPort());
        var tls = new CloudApi(CloudApiSettings.of(untrusted), threads, NOON);

        assertThat(tls.send(NUMBER, TOKEN, HELLO).join()).isInstanceOf(Unreachable.class);
        META.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void an_endless_answer_is_not_taken_into_memory() {
        answer(aResponse().withBody(new byte[5 * 1024 * 1024]));

        assertThat(send()).isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.trouble())
                .isEqualTo(CallTrouble.ANSWER_TOO_LONG));
    }

    @Test
    void reading_with_typing_is_the_request_meta_shows() throws Exception {
        answer(aResponse().withBody("{\"success\":true}"));
        String wamid = "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUYzMjEzNDM2RTZGQ0MzMDJBRgA=";

        assertThat(api.markRead(NUMBER, TOKEN, wamid, true).join()).isEqualTo(new Answered<>(true));
        String expected = GraphCorpus.read(
                        "requests/meta-openapi/phone-number-id-messages/send-typing-indicator-and-read-receipt.json")
                .toString();
        META.verify(postRequestedFor(anyUrl()).withRequestBody(equalToJson(expected)));
    }

    @Test
    void reading_without_typing_shows_no_typing() {
        answer(aResponse().withBody("{\"success\":true}"));

        api.markRead(NUMBER, TOKEN, "wamid.1", false).join();

        META.verify(postRequestedFor(anyUrl())
                .withRequestBody(equalToJson(
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.1\"}")));
    }

    @Test
    void an_upload_is_a_form_with_the_file_in_it() {
        answer(aResponse().withBody("{\"id\":\"4490709327384033\"}"));
        byte[] image = {(byte) 0xFF, (byte) 0xD8, 0, '\r', '\n', '-', '-'};
        var file = MediaFile.of("image/jpeg", "my \"cat\"\r\n.jpg", image);

        assertThat(api.uploadMedia(NUMBER, TOKEN, file).join()).isEqualTo(new Answered<>("4490709327384033"));
        META.verify(postRequestedFor(urlEqualTo("/simulator/graph/v23.0/" + NUMBER + "/media"))
                .withRequestBodyPart(aMultipart("file")
                        .withHeader("Content-Type", equalTo("image/jpeg"))
                        .withBody(binaryEqualTo(image))
                        .build())
                .withRequestBodyPart(aMultipart("messaging_product")
                        .withBody(equalTo("whatsapp"))
                        .build())
                .withRequestBodyPart(
                        aMultipart("type").withBody(equalTo("image/jpeg")).build()));
    }

    @Test
    void a_media_url_comes_with_what_is_known_of_the_file() {
        answer(aResponse()
                .withBody("{\"url\":\"https://lookaside.fbsbx.com/x?mid=1\",\"mime_type\":\"image/jpeg\","
                        + "\"sha256\":\"abc\",\"file_size\":\"303833\",\"id\":\"26\"}"));

        assertThat(api.mediaUrl("26", TOKEN).join())
                .isEqualTo(new Answered<>(
                        new MediaInfo(URI.create("https://lookaside.fbsbx.com/x?mid=1"), "image/jpeg", "abc", 303833)));
    }

    @Test
    void a_download_brings_the_bytes() {
        byte[] file = {1, 2, 3};
        answer(aResponse().withBody(file));

        assertThat(download(3)).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.value())
                .isEqualTo(file));
        META.verify(getRequestedFor(urlEqualTo("/file")).withHeader("Authorization", equalTo("Bearer EAAsecret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "chunked"})
    void a_download_over_the_bound_is_given_up(String how) {
        ResponseDefinitionBuilder four = aResponse().withBody(new byte[] {1, 2, 3, 4});
        answer(how.equals("chunked") ? four.withChunkedDribbleDelay(2, 2) : four.withHeader("Content-Length", "4"));

        assertThat(download(3)).isInstanceOfSatisfying(Missing.class, missing -> assertThat(missing.trouble())
                .isEqualTo(CallTrouble.ANSWER_TOO_LONG));
    }

    @Test
    void an_expired_download_is_refused() {
        answer(aResponse().withStatus(404).withBody("gone"));

        assertThat(download(3)).isInstanceOf(Refused.class);
    }

    @Test
    void the_token_is_not_sent_in_the_clear_to_another_host() {
        var elsewhere = URI.create("http://files.example.org/1");

        assertThatThrownBy(() -> api.download(elsewhere, TOKEN, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void templates_come_in_pages() {
        answer(aResponse().withBody("""
                {"data":[{"id":"1","name":"promo","language":"en_US","status":"APPROVED","category":"MARKETING",
                 "components":[{"type":"BODY","text":"Hi"}]}],
                 "paging":{"cursors":{"before":"MA","after":"Mj=Q"},"next":"https://graph.facebook.com/more"}}"""));

        TemplatePage page =
                ((Answered<TemplatePage>) api.templates("102", TOKEN, "a b").join()).value();

        assertThat(page.after()).isEqualTo("Mj=Q");
        assertThat(page.templates())
                .singleElement()
                .returns("promo", TemplatePage.Template::name)
                .returns("APPROVED", TemplatePage.Template::status);
        META.verify(getRequestedFor(urlEqualTo("/simulator/graph/v23.0/102/message_templates?limit=100&after=a+b")));
    }

    @Test
    void the_last_page_of_templates_has_no_next() {
        answer(aResponse().withBody("{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"MjQ\"}}}"));

        TemplatePage page =
                ((Answered<TemplatePage>) api.templates("102", TOKEN, null).join()).value();

        assertThat(page.after()).isNull();
    }

    @Test
    void a_number_tells_its_name_quality_and_state_and_leaves_open_what_is_absent() {
        answer(aResponse().withBody("{\"verified_name\":\"Café\",\"quality_rating\":\"GREEN\",\"id\":\"102\"}"));

        NumberInfo info = ((Answered<NumberInfo>) api.number("102", TOKEN).join()).value();

        assertThat(info).isEqualTo(new NumberInfo("", "Café", "GREEN", "", ""));
        META.verify(getRequestedFor(urlEqualTo("/simulator/graph/v23.0/102?fields=" + NumberInfo.FIELDS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/2", "1?x", "a b", "%2e", "\r\n"})
    void an_id_that_would_change_the_address_is_refused(String id) {
        assertThatThrownBy(() -> api.send(id, TOKEN, HELLO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_token_is_never_printed() {
        assertThat(TOKEN).hasToString("AccessToken[...]");
        assertThatThrownBy(() -> new AccessToken("EAA\nsecret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("EAA");
    }

    private static String base() {
        return "http://localhost:" + META.getPort();
    }

    private void answer(ResponseDefinitionBuilder response) {
        META.stubFor(any(anyUrl()).willReturn(response));
    }

    private SendOutcome send() {
        return api.send(NUMBER, TOKEN, HELLO).join();
    }

    private GraphAnswer<byte[]> download(int maxBytes) {
        return api.download(URI.create(base() + "/file"), TOKEN, maxBytes).join();
    }
}
