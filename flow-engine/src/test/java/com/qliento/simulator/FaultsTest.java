package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorTest {

    @AfterEach
    void forget() throws Exception {
        http.send(
                HttpRequest.newBuilder(at("/simulator/faults")).DELETE().build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private void order(String fault) throws Exception {
        assertThat(post("/simulator/faults", fault).status()).isEqualTo(201);
    }

    private HttpResponse<String> raw(String person) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        graph("/" + NUMBER + "/messages")
                                .POST(HttpRequest.BodyPublishers.ofString(text(person, "Hello")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private int messagesOf(String person) throws Exception {
        return get("/simulator/customers/" + person + "/messages").body().size();
    }

    @Test
    void an_ordered_error_comes_for_so_many_sends_and_then_no_more() throws Exception {
        String person = somebody();
        order("""
                {"kind":"error","code":130429,"retryAfterSeconds":7,"count":2}""");

        HttpResponse<String> first = raw(person);
        Answer second = send(text(person, "Hello"));
        Answer third = send(text(person, "Hello"));

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(second.errorCode()).isEqualTo(130429);
        assertThat(third.status()).isEqualTo(200);
        assertThat(messagesOf(person)).isEqualTo(1);
    }

    @Test
    void a_server_error_sends_nothing() throws Exception {
        String person = somebody();
        order("""
                {"kind":"server-error","httpStatus":503}""");

        Answer answer = send(text(person, "Hello"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().at("/error/is_transient").asBoolean()).isTrue();
        assertThat(messagesOf(person)).isZero();
    }

    @Test
    void a_reset_closes_the_connection_and_sends_nothing() throws Exception {
        String person = somebody();
        order("""
                {"kind":"reset"}""");

        assertThatThrownBy(() -> raw(person)).isInstanceOf(IOException.class);

        assertThat(messagesOf(person)).isZero();
    }

    @Test
    void a_lost_response_closes_the_connection_but_the_message_is_sent_and_reported() throws Exception {
        String person = somebody();
        order("""
                {"kind":"lost-response"}""");

        assertThatThrownBy(() -> raw(person)).isInstanceOf(IOException.class);

        assertThat(messagesOf(person)).isEqualTo(1);
        assertThat(receiver.await(3, hook -> hook.value().has("statuses") && hook.mentions(person)))
                .hasSize(3);
    }

    @Test
    void silence_holds_the_line_and_then_closes_it() throws Exception {
        String person = somebody();
        order("""
                {"kind":"silence","delayMillis":300}""");
        long start = System.nanoTime();

        assertThatThrownBy(() -> raw(person)).isInstanceOf(IOException.class);

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(300);
        assertThat(messagesOf(person)).isZero();
    }

    @Test
    void a_delay_answers_late_and_right() throws Exception {
        order("""
                {"kind":"delay","delayMillis":300,"count":2}""");
        long start = System.nanoTime();

        Answer good = send(text(somebody(), "Hello"));
        Answer bad = send("{\"messaging_product\":\"whatsapp\",\"to\":\"4917012345\",\"text\":{}}");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(600);
        assertThat(good.status()).isEqualTo(200);
        assertThat(bad.errorCode()).isEqualTo(131008);
    }

    @Test
    void another_number_and_read_marks_do_not_meet_the_fault() throws Exception {
        post("/simulator/numbers", """
                {"phoneNumberId":"200000000000002","displayNumber":"15550000002"}""");
        order("""
                {"kind":"error","code":131000}""");

        Answer other = sendFrom("200000000000002", text(somebody(), "Hello"));
        Answer mark = send("""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.1"}""");

        assertThat(other.status()).isEqualTo(200);
        assertThat(mark.status()).isEqualTo(200);
        assertThat(get("/simulator/faults").body()).hasSize(1);
    }

    @Test
    void an_order_that_makes_no_sense_is_a_problem_that_names_the_field() throws Exception {
        Answer answer = post("/simulator/faults", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/detail")).contains("lost-response");
    }
}
