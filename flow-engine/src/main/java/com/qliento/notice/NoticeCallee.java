package com.qliento.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.account.Account;
import com.qliento.account.AccountId;
import com.qliento.account.Accounts;
import com.qliento.call.CallOutcome;
import com.qliento.call.Callee;
import com.qliento.connector.http.HttpThreads;
import com.qliento.mail.PlatformMail;
import com.qliento.organisation.Organisations;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.springframework.stereotype.Component;

/** Writes a notice to somebody. A call names only their account: the address is read when the letter is written. */
@Component
class NoticeCallee implements Callee {

    static final String KIND = "notice";

    private final Accounts accounts;
    private final Organisations organisations;
    private final PlatformMail mail;
    private final ExecutorService thread = HttpThreads.daemons("notice", 1);

    NoticeCallee(Accounts accounts, Organisations organisations, PlatformMail mail) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.mail = mail;
    }

    /** What a call says. */
    static JsonNode request(AccountId account, NoticeKind kind, Trouble trouble) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("account", account.toString())
                .put("kind", kind.column())
                .put("count", trouble.count())
                .put("about", trouble.about());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CompletableFuture<CallOutcome> make(Made call) {
        var sent = new CompletableFuture<CallOutcome>();
        thread.execute(() -> {
            if (!sent.isDone()) {
                try {
                    begin(call, sent);
                } catch (RuntimeException failed) {
                    sent.completeExceptionally(failed);
                }
            }
        });
        return sent;
    }

    private void begin(Made call, CompletableFuture<CallOutcome> sent) {
        var reader = reader(call);
        if (reader.isEmpty()) {
            sent.complete(CallOutcome.failed("nobody"));
            return;
        }
        if (sent.isDone()) {
            return;
        }
        var sending = send(call, reader.get());
        var unused = sending.whenComplete((outcome, failed) -> {
            if (failed == null) {
                sent.complete(outcome);
            } else {
                sent.completeExceptionally(failed);
            }
        });
        var unusedToo = sent.whenComplete((outcome, failed) -> {
            if (sent.isCancelled()) {
                sending.cancel(true);
            }
        });
    }

    private Optional<Account> reader(Made call) {
        var account =
                new AccountId(UUID.fromString(call.request().path("account").asText()));
        return accounts.member(call.organisation(), account);
    }

    private CompletableFuture<CallOutcome> send(Made call, Account account) {
        var request = call.request();
        var kind = NoticeKind.of(request.path("kind").asText());
        var trouble = new Trouble(
                request.path("count").asLong(), request.path("about").asText());
        var language = Objects.requireNonNullElse(account.language(), Locale.ENGLISH);
        var name = organisations.get(call.organisation()).name();
        return mail.send(
                call.organisation(), call.id(), account.email(), NoticeWords.of(kind, trouble, name, language));
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
