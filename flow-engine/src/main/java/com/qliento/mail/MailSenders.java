package com.qliento.mail;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailOutcome;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From whom the mail of an organisation comes, for somebody whose role allows it, else {@link Problem} (forbidden). */
@Component
public class MailSenders {

    private final SenderStore store;
    private final OrganisationScope scope;
    private final Audit audit;
    private final MailPost post;
    private final Clock clock;

    MailSenders(SenderStore store, OrganisationScope scope, Audit audit, MailPost post, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.audit = audit;
        this.post = post;
        this.clock = clock;
    }

    /** The sender; empty when none is set, and mail of this organisation is refused. */
    public Optional<MailSender> find(Actor actor) {
        actor.require(Permission.LOOK_ON);
        return scope.in(actor.organisation(), () -> store.find(actor.organisation()));
    }

    /** Whether all mail is caught on this machine, whatever the sender is. */
    public boolean isCaught() {
        return post.isCaught();
    }

    /** Sets or replaces the sender. Whether the server takes mail from it is not asked; {@link #tryOut} does. */
    public MailSender set(Actor actor, NewSender wish) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var checked = wish.checked();
        var sender = new MailSender(
                checked.from().address(),
                checked.from().name(),
                checked.bouncesTo() == null ? null : checked.bouncesTo().address(),
                checked.host(),
                checked.port(),
                checked.security(),
                checked.user().isEmpty() ? null : checked.user(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name());
        audit.run(
                actor.did(AuditAction.MAIL_SENDER_SET, actor.organisation().toString())
                        .with("host", sender.host()),
                () -> store.save(actor.organisation(), sender, password(actor, sender, checked.password())));
        post.forget(actor.organisation());
        return sender;
    }

    /** A kept password goes to the server it was given for and to no other. */
    private @Nullable String password(Actor actor, MailSender sender, String written) {
        if (sender.user() == null || !written.isEmpty()) {
            return sender.user() == null ? null : written;
        }
        return store.account(actor.organisation())
                .map(SenderStore.Account::server)
                .filter(server -> server.host().equals(sender.host())
                        && server.port() == sender.port()
                        && Objects.equals(sender.user(), server.user()))
                .map(server -> server.password())
                .orElseThrow(() -> Problem.invalid(
                        "password", "'password' is needed for this server and user. The mail provider shows it."));
    }

    /** Takes the sender out: mail of this organisation is refused from now on. */
    public void delete(Actor actor) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        audit.run(
                actor.did(AuditAction.MAIL_SENDER_DELETED, actor.organisation().toString()),
                () -> store.delete(actor.organisation()));
        post.forget(actor.organisation());
    }

    /**
     * Sends a letter to this address, to see whether the server takes it; what it comes to is empty when no sender is set.
     * Throws {@link Problem} (invalid) when it is no address.
     */
    public CompletableFuture<Optional<MailOutcome>> tryOut(Actor actor, String to, Locale language) {
        actor.require(Permission.MANAGE_CONNECTIONS);
        var address = MailAddress.parse(to)
                .orElseThrow(
                        () -> Problem.invalid("to", "'to' is a mail address to send to, such as you@example.com."));
        return post.send(actor.organisation(), MailPost.Content.of(address, Letter.tryOut(language)));
    }
}
