package com.qliento.mail;

import com.qliento.call.CallOutcome;
import com.qliento.connector.mail.MailAddress;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Letters of the platform, in its one look, to people who work for an organisation: from that organisation's sender. */
@Component
public class PlatformMail {

    private final MailPost post;

    PlatformMail(MailPost post) {
        this.post = post;
    }

    /**
     * What a letter says.
     *
     * @param title what it is about
     * @param closing why it is sent
     */
    public record Words(Locale language, String title, List<String> paragraphs, String closing) {

        /** Nothing of them. */
        @Override
        public String toString() {
            return "Words";
        }
    }

    /** Sends a letter once, known by this id. Never blocks; cancelled, it is not begun any more, or broken off. */
    public CompletableFuture<CallOutcome> send(OrganisationId organisation, UUID id, String to, Words words) {
        var address = MailAddress.parse(to);
        if (address.isEmpty()) {
            return CompletableFuture.completedFuture(CallOutcome.failed("refused"));
        }
        var letter = new Letter(words.language(), words.title(), words.paragraphs(), words.closing());
        var sending = post.send(
                organisation,
                new MailPost.Content(id, null, address.get(), letter.title(), letter.text(), letter.html()));
        return MailCallee.outcome(sending);
    }
}
