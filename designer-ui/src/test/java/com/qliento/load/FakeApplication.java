package com.qliento.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Answers webhooks with one call of the Graph API each, in order for a customer, repeats calls that failed, and
 * remembers over a kill: the least that the load program and its scripts can be tried on. As a program it takes the
 * settings of the real one.
 */
final class FakeApplication implements AutoCloseable {
    private final HttpServer server;
    private final String database;
    private final Fault fault;
    private final Journal journal;
    private final ThreadLocal<GraphConnection> connections;
    private final Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
    private final ExecutorService answering = Executors.newFixedThreadPool(32);
    private final List<ExecutorService> senders = IntStream.range(0, 32)
            .mapToObj(i -> Executors.newSingleThreadExecutor())
            .toList();
    private final AtomicLong webhooks = new AtomicLong();
    private final AtomicLong simulated = new AtomicLong();

    FakeApplication(int port, String graphUrl, Fault fault, Path data, String database) throws IOException {
        // Without a Graph API it is its own, as the real one is.
        String graph = graphUrl.isEmpty() ? "http://127.0.0.1:" + port : graphUrl;
        this.connections = ThreadLocal.withInitial(() -> new GraphConnection(graph));
        this.fault = fault;
        this.database = database;
        this.journal = new Journal(data.resolve("journal"));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.createContext("/", this::serve);
        server.setExecutor(answering);
        server.start();
        journal.unanswered().forEach(this::queue);
    }

    public static void main(String... arguments) throws IOException {
        Map<String, String> settings = System.getenv();
        var application = new FakeApplication(
                Integer.parseInt(settings.getOrDefault("SERVER_PORT", "8080")),
                settings.getOrDefault("QLIENTO_WHATSAPP_GRAPH_URL", ""),
                Fault.valueOf(settings.getOrDefault("FAKE_FAULT", "NONE")),
                Path.of(settings.getOrDefault("QLIENTO_DATA_DIR", "data")),
                settings.getOrDefault("SPRING_DATASOURCE_URL", ""));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
        senders.forEach(ExecutorService::shutdownNow);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/webhooks/whatsapp")) {
            answer(exchange, webhook(exchange, body), "");
        } else if (path.equals("/actuator/health")) {
            answer(exchange, 200, "{\"status\":\"UP\"}");
        } else if (path.startsWith("/v23.0/")) {
            simulated.incrementAndGet();
            answer(exchange, 200, "{}");
        } else if (path.startsWith("/simulator/customers/")) {
            String heard = "{\"direction\":\"outbound\",\"text\":\"Menu\"},";
            answer(exchange, 200, "[" + heard.repeat((int) simulated.get()) + "]");
        } else {
            answer(exchange, 200, journal.isEmpty() ? "{\"items\":[]}" : "{\"items\":[{\"id\":\"1\"}]}");
        }
    }

    private int webhook(HttpExchange exchange, String body) {
        String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        if (!WebhookSigning.matches("demo-app-secret", body, signature)) {
            return 401;
        }
        if (databaseIsAway()) {
            return 503;
        }
        if (body.contains("\"statuses\"")) {
            return 200;
        }
        List<Inbound> fresh = journal.accept(Inbound.read(body));
        if (!fresh.isEmpty()) {
            fault.spoil(fresh, webhooks.incrementAndGet()).forEach(this::queue);
        }
        return 200;
    }

    private void queue(Inbound message) {
        // One number's trouble holds only the lanes of that number: the upper half belongs to other numbers.
        int half = message.phoneNumberId().equals("106540352242922") ? 0 : 16;
        lanes.computeIfAbsent(message.from(), from -> senders.get(half + Math.floorMod(from.hashCode(), 16)))
                .execute(() -> send(message));
    }

    private void send(Inbound message) {
        GraphConnection graph = connections.get();
        try {
            while (!graph.accepts(message)) {
                Thread.sleep(100);
            }
            journal.answered(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean databaseIsAway() {
        if (database.isEmpty()) {
            return false;
        }
        var address = URI.create(database.replaceFirst("^jdbc:", ""));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
