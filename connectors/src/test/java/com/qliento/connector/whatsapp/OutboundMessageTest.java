package com.qliento.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.qliento.connector.whatsapp.OutboundContent.Buttons;
import com.qliento.connector.whatsapp.OutboundContent.Buttons.Button;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Row;
import com.qliento.connector.whatsapp.OutboundContent.ListMenu.Section;
import com.qliento.connector.whatsapp.OutboundContent.Media;
import com.qliento.connector.whatsapp.OutboundContent.Text;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMessageTest {
    private static final Address ANA = Address.phone("15550001111");
    private static final String REQUESTS = "requests/meta-openapi/phone-number-id-messages/";

    private static final Text TEXT = new Text("<TEXT_MSG_CONTENT>");
    private static final Buttons BUTTONS = new Buttons(
            "<BUTTON_TEXT>",
            null,
            null,
            List.of(
                    new Button("<UNIQUE_BUTTON_ID_1>", "<BUTTON_TITLE_1>"),
                    new Button("<UNIQUE_BUTTON_ID_2>", "<BUTTON_TITLE_2>")));
    private static final ListMenu MENU = new ListMenu(
            "<BODY_TEXT>", "<HEADER_TEXT>", "<FOOTER_TEXT>", "<BUTTON_TEXT>", List.of(section(1), section(2)));

    private static Section section(int n) {
        String prefix = "SECTION_" + n + "_ROW_";
        return new Section(
                "<LIST_SECTION_" + n + "_TITLE>",
                Stream.of(1, 2)
                        .map(r -> new Row(
                                "<LIST_" + prefix + r + "_ID>",
                                "<" + prefix + r + "_TITLE>",
                                "<" + prefix + r + "_DESC>"))
                        .toList());
    }

    static Stream<OutboundContent> contents() {
        return Stream.of(
                TEXT,
                new Text("https://example.org", true),
                BUTTONS,
                new Buttons("body", "header", "footer", BUTTONS.buttons()),
                MENU,
                new ListMenu(
                        "body", null, null, "open", List.of(new Section(null, List.of(new Row("1", "one", null))))),
                new Media(MediaKind.IMAGE, "1234", null, "body", null),
                new Media(MediaKind.VIDEO, null, "https://example.org/v.mp4", null, null),
                new Media(MediaKind.AUDIO, "1234", null, null, null),
                new Media(MediaKind.DOCUMENT, "1234", null, "body", "one.pdf"));
    }

    @Test
    void a_reply_with_text_is_the_request_meta_shows() throws IOException {
        var message = new OutboundMessage(ANA, TEXT, "<MSGID_OF_PREV_MSG>", null);

        assertThat(json(message)).isEqualTo(meta("send-reply-to-text-message.json"));
    }

    @Test
    void buttons_are_the_request_meta_shows() throws IOException {
        assertThat(json(new OutboundMessage(ANA, BUTTONS))).isEqualTo(meta("send-reply-button.json"));
    }

    @Test
    void a_list_is_the_request_meta_shows() throws IOException {
        assertThat(json(new OutboundMessage(ANA, MENU))).isEqualTo(meta("send-list-message.json"));
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void media_by_id_and_by_link_is_the_request_meta_shows(MediaKind kind) throws IOException {
        for (String by : List.of("id", "url")) {
            JsonNode meta = meta("send-" + kind.word() + "-message-by-" + by + ".json");
            JsonNode shown = meta.path(kind.word());
            var media = new Media(
                    kind,
                    shown.path("id").textValue(),
                    shown.path("link").textValue(),
                    shown.path("caption").textValue(),
                    shown.path("filename").textValue());

            assertThat(json(new OutboundMessage(ANA, media))).isEqualTo(meta);
        }
    }

    @Test
    void a_sound_has_no_caption_and_only_a_document_a_name() throws IOException {
        JsonNode sound = json(new OutboundMessage(ANA, new Media(MediaKind.AUDIO, "1", null, "la la", "song.mp3")));
        JsonNode picture = json(new OutboundMessage(ANA, new Media(MediaKind.IMAGE, "1", null, " ", "cat.png")));

        assertThat(sound.path("audio").toString()).isEqualTo("{\"id\":\"1\"}");
        assertThat(picture.path("image").toString()).isEqualTo("{\"id\":\"1\"}");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void every_content_obeys_metas_schema(OutboundContent content) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(GraphCorpus.read("schema/outgoing-message.relaxed.schema.json"));

        assertThat(schema.validate(json(new OutboundMessage(ANA, content, "wamid.1", null))))
                .isEmpty();
    }

    @Test
    void a_business_scoped_id_goes_to_recipient_and_never_to_to() throws IOException {
        JsonNode json = json(new OutboundMessage(Address.userId("US.13491208655302741918"), TEXT));

        assertThat(json.path("recipient").asText()).isEqualTo("US.13491208655302741918");
        assertThat(json.has("to")).isFalse();
    }

    @Test
    void a_business_scoped_id_is_no_phone_number_nor_the_other_way_round() {
        assertThatThrownBy(() -> Address.phone("US.13491208655302741918"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1349");
        assertThatThrownBy(() -> Address.userId("15550001111"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1555");
    }

    @Test
    void callback_data_travels_with_the_message() throws IOException {
        var message = new OutboundMessage(ANA, TEXT, null, "delivery-7");

        assertThat(json(message).path("biz_opaque_callback_data").asText()).isEqualTo("delivery-7");
    }

    @Test
    void callback_data_longer_than_whatsapp_keeps_is_refused() {
        assertThatThrownBy(() -> new OutboundMessage(ANA, TEXT, null, "x".repeat(513)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blank_header_footer_and_description_are_left_out() throws IOException {
        var section = new Section(" ", List.of(new Row("1", "one", "")));
        JsonNode interactive = json(new OutboundMessage(ANA, new ListMenu("body", "", "  ", "open", List.of(section))))
                .path("interactive");

        assertThat(interactive.has("header")).isFalse();
        assertThat(interactive.has("footer")).isFalse();
        assertThat(interactive.at("/action/sections/0").has("title")).isFalse();
        assertThat(interactive.at("/action/sections/0/rows/0").has("description"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE00b", "\uDE00\uD83D", "ok \uD83D\uDE00 \uD83D"})
    void half_a_surrogate_pair_does_not_stop_a_message(String text) throws IOException {
        String body =
                json(new OutboundMessage(ANA, new Text(text))).at("/text/body").asText();

        assertThat(body).hasSameSizeAs(text).contains("\uFFFD");
    }

    @Test
    void whole_surrogate_pairs_arrive_unchanged() throws IOException {
        String text = "a 😀 b 👩‍👩‍👧";

        assertThat(json(new OutboundMessage(ANA, new Text(text)))
                        .at("/text/body")
                        .asText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void nothing_of_a_message_is_printed(OutboundContent content) {
        var message = new OutboundMessage(ANA, content, "wamid.secret", "data");

        assertThat(message + " " + content)
                .doesNotContain("1555", "wamid", "TEXT", "example", "body", "header", "footer", "one", "open");
    }

    private static JsonNode json(OutboundMessage message) throws IOException {
        return GraphCorpus.JSON.readTree(message.toJson());
    }

    private static JsonNode meta(String file) throws IOException {
        JsonNode request = GraphCorpus.read(REQUESTS + file);
        ((ObjectNode) request).put("to", ANA.value());
        return request;
    }
}
