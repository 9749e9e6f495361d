package com.qliento.connector.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail as servers pass it on. */
final class MimeMail extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private boolean begun;

    MimeMail(Session session, MailMessage mail) throws MessagingException {
        super(session);
        this.messageId = "<" + mail.id() + "@" + mail.from().domain() + ">";
        setFrom(address(mail.from()));
        if (mail.bouncesTo() != null) {
            setEnvelopeFrom(mail.bouncesTo().address());
        }
        setRecipient(RecipientType.TO, address(mail.to()));
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(mail.at()));
        // Nobody's absence is told to a program.
        setHeader("Auto-Submitted", "auto-generated");
        if (mail.html() == null) {
            setText(mail.text(), UTF_8);
        } else {
            var both = new MimeMultipart("alternative");
            both.addBodyPart(part(mail.text(), "plain"));
            both.addBodyPart(part(mail.html(), "html"));
            setContent(both);
        }
        saveChanges();
    }

    private static InternetAddress address(MailAddress whose) throws MessagingException {
        try {
            return whose.name().isEmpty()
                    ? new InternetAddress(whose.address(), true)
                    : new InternetAddress(whose.address(), whose.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    /** Whether the server was told to take it and has something of it. */
    boolean isBegun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, without);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
