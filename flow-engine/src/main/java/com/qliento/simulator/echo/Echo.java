package com.qliento.simulator.echo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.guard.HomeService;
import com.qliento.simulator.OnlyInDemo;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with the method, the query, the headers and the body it got, without what signs a request in. Keeps nothing. */
@OnlyInDemo
@RestController
class Echo implements HomeService {

    static final String PATH = "/simulator/echo";

    private static final int MOST_BYTES = 16_384;
    private static final int LONGEST_SECONDS = 60;
    private static final Pattern DELAY = Pattern.compile("\\d{1,4}");
    private static final Set<String> SAFE_TO_SHOW = Set.of(
            "accept", "accept-encoding", "content-type", "content-length", "idempotency-key", "user-agent", "host");
    private static final String HIDDEN = "••••";

    private final ObjectMapper json;

    /** What was asked. */
    record Heard(
            String method,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable JsonNode body) {

        @Override
        public String toString() {
            return "Heard[" + method + "]";
        }
    }

    Echo(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String path() {
        return PATH;
    }

    /** Answers at once, or after {@code delay} seconds, a minute at most: for whoever tries what a slow system does to a flow. */
    @RequestMapping(PATH)
    CompletableFuture<ResponseEntity<Heard>> echo(HttpServletRequest request) throws IOException {
        var heard = heard(request);
        var later = DELAY.matcher(heard.query().getOrDefault("delay", ""));
        return later.matches()
                ? CompletableFuture.supplyAsync(
                        () -> answer(heard),
                        CompletableFuture.delayedExecutor(
                                Math.min(LONGEST_SECONDS, Integer.parseInt(later.group())), TimeUnit.SECONDS))
                : CompletableFuture.completedFuture(answer(heard));
    }

    private Heard heard(HttpServletRequest request) throws IOException {
        var query = new TreeMap<String, String>();
        Collections.list(request.getParameterNames()).forEach(name -> query.put(name, request.getParameter(name)));
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            var known = name.toLowerCase(Locale.ROOT);
            headers.put(known, SAFE_TO_SHOW.contains(known) ? request.getHeader(name) : HIDDEN);
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES);
        return new Heard(request.getMethod(), query, headers, body(bytes));
    }

    private static ResponseEntity<Heard> answer(Heard heard) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(heard);
    }

    private @Nullable JsonNode body(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            return json.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }
}
