package com.qliento.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A running simulator, and the words to talk to it as a Cloud API client or as a tester would. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qliento.demo.enabled=true",
            "qliento.simulator.webhooks.first-retry=5ms",
            "qliento.simulator.webhooks.longest-retry=20ms",
            "spring.servlet.multipart.max-file-size=8MB",
            "spring.servlet.multipart.max-request-size=9MB"
        })
public abstract class SimulatorTest {

    static final String NUMBER = "106540352242922";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    protected ObjectMapper json;

    @Autowired
    SettableClock clock;

    @Autowired
    protected WebhookReceiver receiver;

    /** A number that no other test uses. */
    protected static String somebody() {
        return "4917" + (10_000_000 + PEOPLE.incrementAndGet());
    }

    protected record Answer(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        int errorCode() {
            return body.at("/error/code").asInt();
        }

        String messageId() {
            return text("/messages/0/id");
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder graph(String path) {
        return HttpRequest.newBuilder(at("/simulator/graph" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer any-token")
                .header("Content-Type", "application/json");
    }

    Answer call(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), json.readTree(answer.body()));
    }

    protected Answer send(String body) throws IOException, InterruptedException {
        return sendFrom(NUMBER, body);
    }

    Answer sendFrom(String number, String body) throws IOException, InterruptedException {
        return call(graph("/v23.0/" + number + "/messages")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    protected Answer post(String path, String body) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(at(path)).build());
    }

    Answer writes(String person, String text) throws IOException, InterruptedException {
        return post("/simulator/customers/" + person + "/messages", "{\"text\":\"" + text + "\"}");
    }

    /** The statuses that the receiver took for a message, in the order they came. */
    List<String> statuses(String messageId, int count) throws InterruptedException {
        return receiver
                .await(
                        count,
                        hook -> hook.taken()
                                && hook.value().at("/statuses/0/id").asText().equals(messageId))
                .stream()
                .map(hook -> hook.value().at("/statuses/0/status").asText())
                .toList();
    }

    static String text(String to, String body) {
        return """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"%s","type":"text","text":{"body":"%s"}}""".formatted(to, body);
    }

    static String interactive(String to, String content) {
        return """
                {"messaging_product":"whatsapp","to":"%s","type":"interactive","interactive":%s}""".formatted(to, content);
    }
}
