package com.qliento.mail;

import com.qliento.connector.http.HttpThreads;
import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailMessage;
import com.qliento.connector.mail.MailOutcome;
import com.qliento.connector.mail.MailResult;
import com.qliento.connector.mail.MailRoutes;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The way out for mail, of all organisations: so many at once as there are threads, the others wait their turn. */
@Component
class MailPost {

    static final int THREADS = 4;

    /** Who the demo writes as when nobody said otherwise. */
    private static final MailAddress DEMO =
            MailAddress.parse("demo@qliento.example").orElseThrow().named("Qliento");

    /**
     * What a mail says, and to whom.
     *
     * @param conversation that asked for it; null when none did
     */
    record Content(
            @Nullable UUID id,
            @Nullable UUID conversation,
            MailAddress to,
            String subject,
            String text,
            @Nullable String html) {

        static Content of(MailAddress to, Letter letter) {
            return new Content(null, null, to, letter.title(), letter.text(), letter.html());
        }

        @Override
        public String toString() {
            return "Content";
        }
    }

    private final SenderStore senders;
    private final OrganisationScope scope;
    private final Ways ways;
    private final Clock clock;
    private final ExecutorService threads = HttpThreads.daemons("mail", THREADS);

    /** Where mail goes: to servers, unless something takes it all. */
    @Component
    record Ways(MailRoutes servers, ObjectProvider<CaughtMail> caught, MailRefusals refusals) {}

    MailPost(SenderStore senders, OrganisationScope scope, Ways ways, Clock clock) {
        this.senders = senders;
        this.scope = scope;
        this.ways = ways;
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
        return ways.caught().getIfAvailable() != null;
    }

    /** What is sent by a sender that has changed needs a connection of its own. */
    void forget(OrganisationId organisation) {
        ways.servers().forget(organisation);
    }

    @Scheduled(fixedDelay = 10_000)
    void closeQuiet() {
        ways.servers().closeQuiet();
    }

    private Optional<MailOutcome> deliver(
            OrganisationId organisation, Content content, CompletableFuture<Optional<MailOutcome>> result) {
        var account = scope.in(organisation, () -> senders.account(organisation));
        var catcher = ways.caught().getIfAvailable();
        if (catcher != null) {
            catcher.take(
                    organisation, mail(account.map(SenderStore.Account::from).orElse(DEMO), null, content));
            return Optional.of(MailOutcome.SENT);
        }
        return account.map(
                sender -> deliver(organisation, sender, content, result).outcome());
    }

    private MailResult deliver(
            OrganisationId organisation,
            SenderStore.Account sender,
            Content content,
            CompletableFuture<Optional<MailOutcome>> result) {
        var mail = mail(sender.from(), sender.bouncesTo(), content);
        var delivery = ways.servers().begin(organisation, sender.server(), mail);
        var unused = result.whenComplete((outcome, failed) -> {
            if (result.isCancelled()) {
                delivery.giveUp();
            }
        });
        var came = delivery.run();
        ways.refusals().note(organisation, mail.id(), content.conversation(), came);
        return came;
    }

    private MailMessage mail(MailAddress from, @Nullable MailAddress bouncesTo, Content content) {
        var now = clock.instant();
        var id = content.id() == null ? TimeOrderedId.at(now) : content.id();
        return new MailMessage(
                id, from, bouncesTo, content.to(), content.subject(), content.text(), content.html(), now);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
