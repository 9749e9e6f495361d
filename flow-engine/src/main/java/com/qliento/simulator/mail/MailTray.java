package com.qliento.simulator.mail;

import com.qliento.connector.mail.MailMessage;
import com.qliento.mail.CaughtMail;
import com.qliento.organisation.OrganisationId;
import com.qliento.simulator.OnlyInDemo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The last mails of the demo, newest first; what is older, or more than fits, is forgotten. */
@OnlyInDemo
@ConditionalOnProperty(name = "qliento.mail.caught", matchIfMissing = true)
@Component
class MailTray implements CaughtMail {

    private static final int MOST = 200;
    private static final long MOST_CHARACTERS = 4_000_000;

    private final Deque<MailMessage> mails = new ArrayDeque<>();
    private long characters;

    @Override
    public synchronized void take(OrganisationId organisation, MailMessage mail) {
        mails.addFirst(mail);
        characters += size(mail);
        while (mails.size() > MOST || (characters > MOST_CHARACTERS && mails.size() > 1)) {
            characters -= size(mails.removeLast());
        }
    }

    private static long size(MailMessage mail) {
        var html = mail.html();
        long words = mail.subject().length();
        words += mail.text().length();
        return html == null ? words : words + html.length();
    }

    synchronized List<MailMessage> all() {
        return List.copyOf(mails);
    }

    synchronized Optional<MailMessage> find(UUID id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }
}
