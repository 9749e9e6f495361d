package com.qliento.connector.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A connection to a server, for one delivery at a time. */
final class Route {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int REFUSED = 500;
    private static final int GOING_AWAY = 421;

    /** Servers end connections that bring more. */
    private static final int MOST = 50;

    private final MailServer server;
    private final CheckedSockets sockets;
    private final Session session;
    private final SMTPTransport transport;
    private boolean fit;
    private boolean ended;
    private int mails;

    /** @param trusted a host whose certificate is taken unseen; empty for none */
    Route(MailServer server, String greeting, CheckedSockets sockets, String trusted) {
        this.server = server;
        this.sockets = sockets;
        this.session = Session.getInstance(properties(server, greeting, sockets, trusted));
        try {
            this.transport = (SMTPTransport) session.getTransport("smtp");
        } catch (MessagingException missing) {
            throw new IllegalStateException("SMTP is not there");
        }
    }

    /** Null when there is a connection now. */
    @Nullable
    MailResult connect() {
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return null;
        } catch (AuthenticationFailedException refused) {
            int code = Math.max(0, transport.getLastReturnCode());
            return code == 0 ? MailResult.of(MailOutcome.UNREACHABLE) : answered(code, MailOutcome.REFUSED_ACCOUNT);
        } catch (MessagingException failed) {
            if (sockets.hasRefused()) {
                return MailResult.of(MailOutcome.NOT_ALLOWED);
            }
            return MailResult.of(isUnsafe(failed) ? MailOutcome.NOT_SAFE : MailOutcome.UNREACHABLE);
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

    private static MailResult answered(int code, MailOutcome refused) {
        return new MailResult(code < REFUSED ? MailOutcome.BUSY : refused, code);
    }

    /** Sends a mail; what becomes of the connection say {@link #isFit} and {@link #hasEnded}. */
    MailResult send(MailMessage mail) {
        fit = false;
        var message = message(mail);
        try {
            transport.sendMessage(message, message.getAllRecipients());
            fit = ++mails < MOST;
            return MailResult.of(MailOutcome.SENT);
        } catch (MessagingException failed) {
            return failed(failed, message.isBegun());
        }
    }

    private MimeMail message(MailMessage mail) {
        try {
            return new MimeMail(session, mail);
        } catch (MessagingException broken) {
            close();
            throw new IllegalStateException(
                    "a mail can't be made: " + broken.getClass().getName());
        }
    }

    private MailResult failed(MessagingException failed, boolean begun) {
        int code = 0;
        boolean recipient = false;
        for (Exception why = failed; why instanceof MessagingException more; why = more.getNextException()) {
            if (why instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
                recipient = true;
            } else if (why instanceof SMTPSendFailedException mail && code == 0) {
                code = mail.getReturnCode();
            }
        }
        if (code <= 0) {
            ended = !begun;
            return MailResult.of(begun ? MailOutcome.UNSURE : MailOutcome.UNREACHABLE);
        }
        ended = code == GOING_AWAY && !begun;
        fit = recipient && code != GOING_AWAY && ++mails < MOST;
        return answered(code, recipient ? MailOutcome.REFUSED_RECIPIENT : MailOutcome.REFUSED_MAIL);
    }

    /** Whether another mail may go this way. */
    boolean isFit() {
        return fit;
    }

    /** Whether the connection ended before anything of the last mail was said on it. */
    boolean hasEnded() {
        return ended;
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The connection is over either way.
        }
    }

    void breakOff() {
        sockets.close();
    }

    private static Properties properties(MailServer server, String greeting, CheckedSockets sockets, String trusted) {
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
        set(all, "localhost", greeting);
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
}
