package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphMessagesTest extends SimulatorTest {

    @Test
    void a_text_is_accepted_with_the_receiver_and_a_message_id() throws Exception {
        Answer answer = send(text("+49 (170) 123-45", "Hello"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/messaging_product")).isEqualTo("whatsapp");
        assertThat(answer.text("/contacts/0/input")).isEqualTo("+49 (170) 123-45");
        assertThat(answer.text("/contacts/0/wa_id")).isEqualTo("4917012345");
        assertThat(answer.messageId()).startsWith("wamid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v23.0/", "/v19.0/"})
    void the_version_in_the_path_may_be_any_or_none(String prefix) throws Exception {
        Answer answer = call(graph(prefix + NUMBER + "/messages")
                .POST(HttpRequest.BodyPublishers.ofString(text(somebody(), "Hello")))
                .build());

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Basic abc"})
    void without_a_token_the_answer_is_401_with_code_190(String header) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/simulator/graph/" + NUMBER + "/messages"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(somebody(), "Hello")));

        Answer answer = call(
                header.isEmpty()
                        ? request.build()
                        : request.header("Authorization", header).build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(190);
        assertThat(answer.text("/error/type")).isEqualTo("OAuthException");
    }

    @Test
    void an_address_that_nothing_answers_asks_for_the_token_too() throws Exception {
        Answer answer = get("/simulator/graph/x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(190);
    }

    @Test
    void an_unknown_phone_number_id_is_an_unsupported_request() throws Exception {
        Answer answer = sendFrom("999999999999", text(somebody(), "Hello"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(100);
        assertThat(answer.body().at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(answer.text("/error/message")).startsWith("Unsupported post request");
        assertThat(answer.text("/error/type")).isEqualTo("GraphMethodException");
    }

    @Test
    void an_error_has_the_shape_of_metas() throws Exception {
        Answer answer = send("""
                {"messaging_product":"whatsapp","to":"4917012345","type":"text","text":{}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("(#131008) Required parameter is missing");
        assertThat(answer.errorCode()).isEqualTo(131008);
        assertThat(answer.text("/error/error_data/messaging_product")).isEqualTo("whatsapp");
        assertThat(answer.text("/error/error_data/details")).contains("text.body");
        assertThat(answer.text("/error/fbtrace_id")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100    | {"to":"4917012345","type":"text","text":{"body":"a"}}
            100    | {"messaging_product":"sms","to":"4917012345","type":"text","text":{"body":"a"}}
            100    | {"messaging_product":"whatsapp","type":"text","text":{"body":"a"}}
            100    | {"messaging_product":"whatsapp","to":"4917012345","type":"hologram","hologram":{}}
            100    | {"messaging_product":"whatsapp","to":"4917012345","type":"image","image":{"id":"1234"}}
            100    | [1]
            100    | {"messaging
            131051 | {"messaging_product":"whatsapp","to":"4917012345","type":"order","order":{}}
            131008 | {"messaging_product":"whatsapp","to":"4917012345","type":"text"}
            131008 | {"messaging_product":"whatsapp","to":"4917012345","type":"audio","audio":{}}
            131008 | {"messaging_product":"whatsapp","to":"4917012345","type":"location","location":{"latitude":1}}
            131008 | {"messaging_product":"whatsapp","to":"4917012345","type":"contacts","contacts":[{"name":{}}]}
            131008 | {"messaging_product":"whatsapp","to":"4917012345","type":"reaction","reaction":{"message_id":"wamid.1"}}
            131009 | {"messaging_product":"whatsapp","to":"4917012345","type":"text","text":{"body":""}}
            131009 | {"messaging_product":"whatsapp","to":"4917012345","type":"text","text":{"body":7}}
            131009 | {"messaging_product":"whatsapp","to":"you","type":"text","text":{"body":"a"}}
            131009 | {"messaging_product":"whatsapp","recipient":"4917012345","type":"text","text":{"body":"a"}}
            131009 | {"messaging_product":"whatsapp","to":"4917012345","type":"image","image":{"link":"ftp://a"}}
            131009 | {"messaging_product":"whatsapp","to":"4917012345","type":"location","location":{"latitude":91,"longitude":1}}
            131021 | {"messaging_product":"whatsapp","to":"15550783881","type":"text","text":{"body":"a"}}
            132001 | {"messaging_product":"whatsapp","to":"4917012345","type":"template","template":{"name":"none","language":{"code":"en_US"}}}
            132000 | {"messaging_product":"whatsapp","to":"4917012345","type":"template","template":{"name":"order_update","language":{"code":"en_US"}}}
            """)
    void a_request_that_meta_refuses_is_refused_with_metas_code(int code, String body) throws Exception {
        Answer answer = send(body);

        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"4096, 200", "4097, 400"})
    void a_text_has_at_most_4096_characters(int length, int status) throws Exception {
        assertThat(send(text(somebody(), "x".repeat(length))).status()).isEqualTo(status);
    }

    @Test
    void an_emoji_counts_as_one_character() throws Exception {
        assertThat(send(text(somebody(), "😀".repeat(4_096))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 200", "3, 200", "4, 400"})
    void a_button_message_has_one_to_three_buttons(int buttons, int status) throws Exception {
        String content = IntStream.range(0, buttons)
                .mapToObj(
                        i -> "{\"type\":\"reply\",\"reply\":{\"id\":\"b%d\",\"title\":\"Button %d\"}}".formatted(i, i))
                .collect(Collectors.joining(
                        ",", "{\"type\":\"button\",\"body\":{\"text\":\"Which?\"},\"action\":{\"buttons\":[", "]}}"));

        assertThat(send(interactive(somebody(), content)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 200", "1, 11, 400", "2, 5, 200", "2, 6, 400"})
    void a_list_has_at_most_ten_rows_in_total(int sections, int rows, int status) throws Exception {
        String content = IntStream.range(0, sections)
                .mapToObj(s -> IntStream.range(0, rows)
                        .mapToObj(r -> "{\"id\":\"%d-%d\",\"title\":\"Row\"}".formatted(s, r))
                        .collect(Collectors.joining(",", "{\"title\":\"Section\",\"rows\":[", "]}")))
                .collect(Collectors.joining(
                        ",",
                        "{\"type\":\"list\",\"body\":{\"text\":\"Which?\"},\"action\":{\"button\":\"Choose\",\"sections\":[",
                        "]}}"));

        assertThat(send(interactive(somebody(), content)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the button's title has 21 characters | {"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"123456789012345678901"}}]}}
            two buttons have the same title      | {"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"x"}},{"type":"reply","reply":{"id":"2","title":"x"}}]}}
            sections without titles              | {"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"x"}]},{"rows":[{"id":"2","title":"y"}]}]}}
            two rows have the same id            | {"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"x"},{"id":"1","title":"y"}]}]}}
            a list's header is an image          | {"type":"list","header":{"type":"image","image":{"link":"https://a.example"}},"body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"1","title":"x"}]}]}}
            a link button without a link         | {"type":"cta_url","body":{"text":"a"},"action":{"name":"cta_url","parameters":{"display_text":"Open"}}}
            a flow without an id                 | {"type":"flow","body":{"text":"a"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_cta":"Go"}}}
            an unknown kind                      | {"type":"wheel","body":{"text":"a"},"action":{}}
            """)
    void an_interactive_message_outside_the_limits_is_refused(String why, String content) throws Exception {
        assertThat(send(interactive(somebody(), content)).status()).as(why).isEqualTo(400);
    }

    @Test
    void a_business_scoped_id_in_to_is_accepted_and_silently_lost() throws Exception {
        Answer lost = send(text("US.ABC123", "Hello"));
        Answer known = send(text(somebody(), "after it"));

        assertThat(lost.status()).isEqualTo(200);
        assertThat(statuses(known.messageId(), 3)).hasSize(3);
        assertThat(receiver.await(0, hook -> hook.mentions(lost.messageId()))).isEmpty();
    }

    @Test
    void a_business_scoped_id_in_recipient_reaches_its_customer() throws Exception {
        String person = somebody();
        post("/simulator/customers/" + person + "/messages", """
                {"text":"hi","userId":"US.reach1","numberHidden":true}""");

        Answer answer = send("""
                {"messaging_product":"whatsapp","recipient":"US.reach1","type":"text","text":{"body":"Hello you"}}""");

        assertThat(answer.text("/contacts/0/user_id")).isEqualTo("US.reach1");
        assertThat(get("/simulator/customers/" + person + "/messages").body().toString())
                .contains("Hello you");
        assertThat(statuses(answer.messageId(), 3)).containsExactly("sent", "delivered", "read");
    }

    @Test
    void free_text_is_refused_once_the_customer_was_quiet_for_24_hours_and_a_template_is_not() throws Exception {
        String person = somebody();
        writes(person, "hi");

        clock.forward(Duration.ofHours(24).minusSeconds(1));
        Answer inside = send(text(person, "still here"));
        clock.forward(Duration.ofSeconds(1));
        Answer outside = send(text(person, "too late"));
        Answer template = send("""
                {"messaging_product":"whatsapp","to":"%s","type":"template","template":{"name":"hello_world","language":{"code":"en_US"}}}""".formatted(person));

        assertThat(inside.status()).isEqualTo(200);
        assertThat(outside.status()).isEqualTo(400);
        assertThat(outside.errorCode()).isEqualTo(131047);
        assertThat(template.status()).isEqualTo(200);
    }

    @Test
    void a_read_mark_with_typing_makes_the_customers_messages_read() throws Exception {
        String person = somebody();
        writes(person, "first");
        String second = writes(person, "second").text("/id");

        Answer answer = send("""
                {"messaging_product":"whatsapp","status":"read","message_id":"%s","typing_indicator":{"type":"text"}}""".formatted(second));

        assertThat(answer.body().at("/success").asBoolean()).isTrue();
        assertThat(get("/simulator/customers/" + person + "/messages").body().findValuesAsText("status"))
                .containsExactly("read", "read");
    }

    @Test
    void a_path_that_means_nothing_is_refused_in_graphs_words() throws Exception {
        Answer answer = call(graph("/v23.0/" + NUMBER + "/nothing").GET().build());

        assertThat(answer.errorCode()).isEqualTo(2500);
    }
}
