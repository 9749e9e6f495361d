package com.qliento.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The business's side in tests: keeps what it is told and refuses when asked to. */
@RestController
public final class WebhookReceiver {

    public record Received(byte[] raw, String signature, JsonNode value, boolean taken) {

        public boolean mentions(String text) {
            return value.toString().contains(text);
        }
    }

    private final List<Received> received = new ArrayList<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final ObjectMapper json;

    WebhookReceiver(ObjectMapper json) {
        this.json = json;
    }

    @PostMapping("/webhooks/whatsapp")
    ResponseEntity<Void> take(@RequestBody byte[] raw, @RequestHeader("X-Hub-Signature-256") String signature)
            throws IOException {
        JsonNode value = json.readTree(raw).at("/entry/0/changes/0/value");
        synchronized (received) {
            boolean taken = refusals.entrySet().stream()
                    .filter(refusal -> value.toString().contains(refusal.getKey()) && refusal.getValue() > 0)
                    .findFirst()
                    .map(refusal -> refusals.merge(refusal.getKey(), -1, Integer::sum) < 0)
                    .orElse(true);
            received.add(new Received(raw, signature, value, taken));
            received.notifyAll();
            return ResponseEntity.status(taken ? 200 : 503).build();
        }
    }

    /** Answers 503 to the next {@code times} webhooks that mention the text. */
    public void refuse(String mentioning, int times) {
        synchronized (received) {
            refusals.put(mentioning, times);
        }
    }

    /** Waits until so many matching webhooks are there; gives what came when they don't within 10 s. */
    public List<Received> await(int count, Predicate<Received> wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        synchronized (received) {
            while (matching(wanted).size() < count && System.nanoTime() < end) {
                received.wait(100);
            }
            return matching(wanted);
        }
    }

    private List<Received> matching(Predicate<Received> wanted) {
        return received.stream().filter(wanted).toList();
    }
}
