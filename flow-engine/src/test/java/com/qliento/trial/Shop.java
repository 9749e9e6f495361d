package com.qliento.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another system, which does for each article what a test says; it waits for that as long as need be. */
class Shop implements Callee {

    static final String KIND = "trial-shop";

    private final Map<String, CompletableFuture<CallOutcome>> outcomes = new ConcurrentHashMap<>();
    private final List<Made> asked = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    /** Says what a call for this article comes to, before or after it is made. */
    void says(String article, CallOutcome outcome) {
        of(article).complete(outcome);
    }

    /** What asking for this article says at last. */
    CompletableFuture<CallOutcome> of(String article) {
        return outcomes.computeIfAbsent(article, first -> new CompletableFuture<>());
    }

    /** The calls that were made for this article. */
    List<Made> askedFor(String article) {
        return asked.stream()
                .filter(call -> call.request().path("article").asText().equals(article))
                .toList();
    }

    static CallOutcome price(int price) {
        return new CallOutcome.Answered(JsonNodeFactory.instance.objectNode().put("price", price));
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        asked.add(call);
        return of(call.request().path("article").asText());
    }

    @Override
    public JsonNode sampleAnswer(JsonNode request) {
        return JsonNodeFactory.instance.objectNode().put("price", 3);
    }
}
