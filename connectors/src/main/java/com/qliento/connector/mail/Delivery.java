package com.qliento.connector.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One mail on its way to its server: made, run once, and perhaps given up from another thread. Says of each end whether
 * the server may have the mail; keeps nothing of what the server wrote.
 */
public final class Delivery {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int REFUSED = 500;

    private final MailServer server;
    private final MailMessage mail;
    private final CheckedSockets sockets;
    private final String trusted;

    /**
     * A mail for this server.
     *
     * @param allowed whether a server may be at this address
     */
    public Delivery(MailServer server, MailMessage mail, Predicate<InetAddress> allowed) {
        this(server, mail, allowed, "");
    }

    /** @param trusted a host whose certificate is taken unseen; empty for none */
    Delivery(MailServer server, MailMessage mail, Predicate<InetAddress> allowed, String trusted) {
        this.server = server;
        this.mail = mail;
        this.sockets = new CheckedSockets(allowed);
        this.trusted = trusted;
    }

    /** Sends the mail; takes a minute or so when the server is slow. Never throws what a server did. */
    public MailOutcome run() {
        try {
            var session = Session.getInstance(properties());
            var message = new MimeMail(session, mail);
            var transport = session.getTransport("smtp");
            var failed = connect(transport);
            var outcome = failed == null ? send(transport, message) : failed;
            close(transport);
            return outcome;
        } catch (MessagingException broken) {
            throw new IllegalStateException(
                    "a mail can't be made: " + broken.getClass().getName());
        }
    }

    /** Whatever the server says to the last word, the mail is sent or not. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The connection is over either way.
        }
    }

    /** Breaks it off, from another thread: what runs ends soon. */
    public void giveUp() {
        sockets.close();
    }

    private @Nullable MailOutcome connect(Transport transport) {
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return null;
        } catch (AuthenticationFailedException refused) {
            return MailOutcome.REFUSED_ACCOUNT;
        } catch (MessagingException failed) {
            if (sockets.hasRefused()) {
                return MailOutcome.NOT_ALLOWED;
            }
            return isUnsafe(failed) ? MailOutcome.NOT_SAFE : MailOutcome.UNREACHABLE;
        }
    }

    /** The library says only in words that a server has no STARTTLS. */
    private static boolean isUnsafe(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage()).toUpperCase(Locale.ROOT);
            if (cause instanceof SSLException || words.contains("STARTTLS")) {
                return true;
            }
        }
        return false;
    }

    private static MailOutcome send(Transport transport, MimeMail message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return MailOutcome.SENT;
        } catch (SendFailedException refused) {
            return refused(refused);
        } catch (MessagingException broken) {
            return MailOutcome.UNSURE;
        }
    }

    private static MailOutcome refused(SendFailedException refused) {
        int code = 0;
        boolean recipient = false;
        for (Exception why = refused; why instanceof MessagingException more; why = more.getNextException()) {
            if (why instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
                recipient = true;
            } else if (why instanceof SMTPSendFailedException mail && code == 0) {
                code = mail.getReturnCode();
            }
        }
        if (code > 0 && code < REFUSED) {
            return MailOutcome.BUSY;
        }
        return recipient ? MailOutcome.REFUSED_RECIPIENT : MailOutcome.REFUSED_MAIL;
    }

    private Properties properties() {
        var all = new Properties();
        boolean begunSafe = server.security() == MailServer.Security.TLS;
        set(all, "ssl.enable", begunSafe);
        set(all, "starttls.enable", !begunSafe);
        set(all, "starttls.required", !begunSafe);
        set(all, "ssl.checkserveridentity", true);
        set(all, "ssl.protocols", "TLSv1.3 TLSv1.2");
        set(all, "auth", server.user() != null);
        set(all, "connectiontimeout", CONNECT.toMillis());
        set(all, "timeout", ANSWER.toMillis());
        set(all, "writetimeout", ANSWER.toMillis());
        set(all, "quitwait", false);
        set(all, "localhost", mail.from().domain());
        set(all, "socketFactory.fallback", false);
        set(all, "ssl.socketFactory.fallback", false);
        if (!trusted.isEmpty()) {
            set(all, "ssl.trust", trusted);
        }
        all.put("mail.smtp.socketFactory", sockets);
        all.put("mail.smtp.ssl.socketFactory", sockets);
        return all;
    }

    private static void set(Properties all, String name, Object value) {
        all.setProperty("mail.smtp." + name, String.valueOf(value));
    }

    @Override
    public String toString() {
        return "Delivery[" + mail.id() + "]";
    }
}
