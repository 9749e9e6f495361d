package com.qliento.mail;

import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.mail.Delivery;
import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailMessage;
import com.qliento.connector.mail.MailOutcome;
import com.qliento.connector.mail.MailServer;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way out for mail, of all organisations: so many at once as there are threads, the others wait their turn. */
@Component
class MailPost {

    static final int THREADS = 4;

    /** Who the demo writes as when nobody said otherwise. */
    private static final MailAddress DEMO =
            MailAddress.parse("demo@qliento.example").orElseThrow().named("Qliento");

    /** What a mail says, and to whom. */
    record Content(
            @Nullable UUID id,
            MailAddress to,
            String subject,
            String text,
            @Nullable String html) {

        static Content of(MailAddress to, Letter letter) {
            return new Content(null, to, letter.title(), letter.text(), letter.html());
        }

        @Override
        public String toString() {
            return "Content";
        }
    }

    private final SenderStore senders;
    private final OrganisationScope scope;
    private final ObjectProvider<CaughtMail> caught;
    private final Clock clock;
    private final ExecutorService threads = HttpThreads.daemons("mail", THREADS);

    MailPost(SenderStore senders, OrganisationScope scope, ObjectProvider<CaughtMail> caught, Clock clock) {
        this.senders = senders;
        this.scope = scope;
        this.caught = caught;
        this.clock = clock;
    }

    /**
     * Sends a mail once. Never blocks; cancelled, it is not begun any more, or broken off. Empty when the organisation has
     * no sender.
     */
    CompletableFuture<Optional<MailOutcome>> send(OrganisationId organisation, Content content) {
        var result = new CompletableFuture<Optional<MailOutcome>>();
        threads.execute(() -> {
            if (!result.isDone()) {
                try {
                    result.complete(deliver(organisation, content, result));
                } catch (RuntimeException failed) {
                    result.completeExceptionally(failed);
                }
            }
        });
        return result;
    }

    boolean isCaught() {
        return caught.getIfAvailable() != null;
    }

    private Optional<MailOutcome> deliver(
            OrganisationId organisation, Content content, CompletableFuture<Optional<MailOutcome>> result) {
        var account = scope.in(organisation, () -> senders.account(organisation));
        var catcher = caught.getIfAvailable();
        if (catcher != null) {
            catcher.take(
                    organisation, mail(account.map(SenderStore.Account::from).orElse(DEMO), content));
            return Optional.of(MailOutcome.SENT);
        }
        return account.map(sender -> deliver(sender.server(), mail(sender.from(), content), result));
    }

    private static MailOutcome deliver(
            MailServer server, MailMessage mail, CompletableFuture<Optional<MailOutcome>> result) {
        var delivery = new Delivery(server, mail, OpenNetwork::has);
        var unused = result.whenComplete((outcome, failed) -> {
            if (result.isCancelled()) {
                delivery.giveUp();
            }
        });
        return delivery.run();
    }

    private MailMessage mail(MailAddress from, Content content) {
        var now = clock.instant();
        var id = content.id() == null ? TimeOrderedId.at(now) : content.id();
        return new MailMessage(id, from, content.to(), content.subject(), content.text(), content.html(), now);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
