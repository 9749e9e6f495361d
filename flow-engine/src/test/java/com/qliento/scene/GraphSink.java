package com.qliento.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Graph API that takes every message and remembers it, unless a test has it answer otherwise. */
public final class GraphSink implements AutoCloseable {

    /** An answer to one call; null body closes the connection without one. */
    public record Answer(int status, String body, String retryAfter) {

        /** WhatsApp takes the message. */
        public static Answer accepted() {
            return accepted("wamid." + UUID.randomUUID());
        }

        /** WhatsApp takes the message and gives it this id. */
        public static Answer accepted(String messageId) {
            return new Answer(
                    200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"" + messageId + "\"}]}", "");
        }

        /** The same answer, asking to wait so many seconds. */
        public Answer retryAfter(long seconds) {
            return new Answer(status, body, Long.toString(seconds));
        }

        /** WhatsApp refuses it with this code. */
        public static Answer refused(int status, int code) {
            return new Answer(
                    status, "{\"error\":{\"message\":\"no\",\"type\":\"OAuthException\",\"code\":" + code + "}}", "");
        }

        /** The message is taken, but the answer gets lost. */
        public static Answer lost() {
            return new Answer(0, "", "");
        }
    }

    static {
        // Else every answer waits 40 ms for an acknowledgement, and the sink is what tests and measurements measure.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * A file that was uploaded.
     *
     * @param form as it came, byte by byte
     */
    public record Upload(String path, String form) {

        @Override
        public String toString() {
            return "Upload[" + path + "]";
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private volatile Function<JsonNode, Answer> behaviour = message -> Answer.accepted();
    private volatile Function<Upload, Answer> uploading = GraphSink::kept;

    public GraphSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "graph-sink");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/media")) {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            var upload = new Upload(exchange.getRequestURI().getPath(), form);
            uploads.add(upload);
            answer(exchange, uploading.apply(upload));
            return;
        }
        var message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        calls.add(message);
        var answer = behaviour.apply(message);
        if (answer.status() == 200 || answer.status() == 0) {
            taken.add(message);
        }
        answer(exchange, answer);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer kept(Upload upload) {
        var id = Long.toString(1_000_000 + ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
        return new Answer(200, "{\"id\":\"" + id + "\"}", "");
    }

    /** Base of the Graph API. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on calls are answered so. */
    public void answers(Function<JsonNode, Answer> how) {
        behaviour = how;
    }

    /** From now on uploads are answered so; null keeps them. */
    public void answersUploads(@Nullable Function<Upload, Answer> how) {
        uploading = how == null ? GraphSink::kept : how;
    }

    /** Files that were uploaded, in order, whatever was answered. */
    public List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    /** Takes everything again and forgets what was. */
    public void reset() {
        behaviour = message -> Answer.accepted();
        uploading = GraphSink::kept;
        uploads.clear();
        taken.clear();
        calls.clear();
    }

    /** Messages that were taken, in order. */
    public List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    /** All calls, in order, whatever was answered. */
    public List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    /** Messages that were taken for this number, in order. */
    public List<JsonNode> to(String phone) {
        return taken.stream().filter(m -> m.path("to").asText().equals(phone)).toList();
    }

    /** Calls made for this number, in order, whatever was answered. */
    public List<JsonNode> callsTo(String phone) {
        return calls.stream().filter(m -> m.path("to").asText().equals(phone)).toList();
    }

    /** What a person would read of the messages to this number, in order. */
    public List<String> texts(String phone) {
        return to(phone).stream()
                .map(m -> m.path("type").asText().equals("text")
                        ? m.at("/text/body").asText()
                        : m.at("/interactive/body/text").asText())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
