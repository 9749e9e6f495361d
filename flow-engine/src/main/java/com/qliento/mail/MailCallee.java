package com.qliento.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Sends the mail that flows ask for. A server that took none of it is asked again; of no mail are there two. */
@Component
class MailCallee implements Callee {

    static final String KIND = "mail";
    static final String TO = "to";
    static final String SUBJECT = "subject";
    static final String BODY = "body";

    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final MailPost post;

    MailCallee(MailPost post) {
        this.post = post;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int width() {
        return MailPost.THREADS;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        var to = MailAddress.parse(call.request().path(TO).asText());
        if (to.isEmpty()) {
            return CompletableFuture.completedFuture(CallOutcome.failed("refused"));
        }
        return outcome(post.send(call.organisation(), content(call, to.get())));
    }

    /** What sending comes to; whoever cancels it cancels the sending. */
    static CompletableFuture<CallOutcome> outcome(CompletableFuture<Optional<MailOutcome>> sending) {
        CompletableFuture<CallOutcome> made = sending.thenApply(MailCallee::outcome);
        var unused = made.whenComplete((outcome, failed) -> {
            if (made.isCancelled()) {
                sending.cancel(true);
            }
        });
        return made;
    }

    private static MailPost.Content content(Made call, MailAddress to) {
        JsonNode request = call.request();
        var body = request.path(BODY).asText();
        return new MailPost.Content(
                call.id(),
                // A run is nobody's conversation, and has no page.
                call.lane() != null && call.lane().isRun() ? null : call.conversation(),
                to,
                request.path(SUBJECT).asText(),
                body,
                Letter.plain(body).html());
    }

    /** Of what no sender is set for, a rule of the organisation says that it sends none. */
    static CallOutcome outcome(Optional<MailOutcome> outcome) {
        if (outcome.isEmpty()) {
            return new CallOutcome.NotAllowed("no-sender");
        }
        return switch (outcome.get()) {
            case SENT -> new CallOutcome.Answered(JsonNodeFactory.instance.objectNode());
            case REFUSED_RECIPIENT -> CallOutcome.failed("refused");
            case REFUSED_MAIL -> CallOutcome.failed("mail-refused");
            case REFUSED_ACCOUNT -> CallOutcome.trouble("account-refused");
            case NOT_SAFE -> CallOutcome.trouble("not-safe");
            case NOT_ALLOWED -> new CallOutcome.NotAllowed("server-address");
            case BUSY -> new CallOutcome.Again(AGAIN, "server-busy");
            case UNREACHABLE -> new CallOutcome.Again(AGAIN, "unreachable");
            case UNSURE -> CallOutcome.failed("unsure");
        };
    }
}
