package com.qliento.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.guard.HttpReply;
import com.qliento.guard.Trouble;
import com.qliento.request.WrittenRequest.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What somebody is shown of the reply to a request that they sent to see what comes. */
final class TestOutcome implements HttpReply.Cases<TestAnswer> {

    private final WrittenRequest request;
    private final Duration took;
    private final UnaryOperator<String> masked;

    TestOutcome(WrittenRequest request, Duration took, UnaryOperator<String> masked) {
        this.request = request;
        this.took = took;
        this.masked = masked;
    }

    /** Also of an answer that is no success: what a server says then helps to mend the request. */
    @Override
    public TestAnswer answer(HttpReply.Answer answer) {
        boolean success = answer.status() >= 200 && answer.status() <= 299;
        var head = new TestAnswer.Head(
                answer.status(), shown(answer.contentType()), shown(answer.retryAfter()), answer.body().length);
        try {
            var body = ReadAnswer.body(answer.contentType(), answer.body(), success ? request.wanted() : Wanted.ANY);
            var word = success ? TestAnswer.ANSWERED : Outcomes.code(answer.status());
            return new TestAnswer(
                    word, took, head, null, tree(body), success ? unpicked(answer.status(), body) : List.of());
        } catch (ReadAnswer.Unread unread) {
            return new TestAnswer(
                    success ? unread.code() : Outcomes.code(answer.status()), took, head, null, null, List.of());
        }
    }

    private List<TestAnswer.Unpicked> unpicked(int status, JsonNode body) {
        var whole = JsonNodeFactory.instance.objectNode().put("status", status).<ObjectNode>set("body", body);
        return Picking.of(request.picks()).troubles(whole).stream()
                .map(trouble ->
                        new TestAnswer.Unpicked(Unpicked.kind(trouble), trouble.name(), masked.apply(trouble.found())))
                .toList();
    }

    private JsonNode tree(JsonNode body) {
        return new AnswerTree(masked).of(body);
    }

    private @Nullable String shown(@Nullable String field) {
        return field == null ? null : masked.apply(field);
    }

    @Override
    public TestAnswer refused(HttpReply.Refused refused) {
        return TestAnswer.none(refused.why().code(), took);
    }

    @Override
    public TestAnswer nothing(HttpReply.Nothing nothing) {
        return TestAnswer.none(
                nothing.why() == Trouble.TIME_UP ? "timed-out" : nothing.why().code(), took);
    }
}
