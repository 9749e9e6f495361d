package com.qliento.mail;

import com.qliento.connector.mail.MailAddress;
import com.qliento.connector.mail.MailServer.Security;
import com.qliento.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to send mail, as somebody wrote it down or left it out. Holds a secret, so its text shows nothing.
 *
 * @param bouncesTo where servers send word of mail that does not arrive; left out, to the sender
 * @param security STARTTLS when it is left out
 * @param port that of the security when it is left out
 * @param password when it is left out the one that is kept stays, as long as server and user stay what they are
 */
public record NewSender(
        @Nullable String address,
        @Nullable String name,
        @Nullable String bouncesTo,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Security security,
        @Nullable String user,
        @Nullable String password) {

    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
    private static final int LONGEST = 500;

    /** What can be used of it. */
    record Checked(
            MailAddress from,
            @Nullable MailAddress bouncesTo,
            String host,
            int port,
            Security security,
            String user,
            String password) {

        @Override
        public String toString() {
            return "Checked";
        }
    }

    /** Throws {@link Problem} (invalid) that names the first field that can't be used. */
    Checked checked() {
        var from = MailAddress.parse(written(address))
                .orElseThrow(() -> Problem.invalid(
                        "address", "'address' is the mail address of the sender, such as shop@example.com."));
        var server = written(host);
        if (!HOST.matcher(server).matches()) {
            throw Problem.invalid("host", "'host' is the name of the mail server, such as smtp.example.com.");
        }
        var safe = security == null ? Security.STARTTLS : security;
        int usual = safe == Security.TLS ? 465 : 587;
        int at = port == null ? usual : port;
        if (at < 1 || at > 65_535) {
            throw Problem.invalid("port", "'port' is a number from 1 to 65535; servers take mail at 587 or 465.");
        }
        return new Checked(
                from.named(bounded("name", name)),
                bounces(),
                server,
                at,
                safe,
                bounded("user", user),
                bounded("password", password));
    }

    private @Nullable MailAddress bounces() {
        var to = written(bouncesTo);
        return to.isEmpty()
                ? null
                : MailAddress.parse(to)
                        .orElseThrow(() -> Problem.invalid(
                                "bouncesTo", "'bouncesTo' is a mail address, such as bounces@example.com, or empty."));
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String bounded(String field, @Nullable String value) {
        var text = written(value);
        if (text.length() > LONGEST) {
            throw Problem.invalid(field, "'" + field + "' has " + LONGEST + " characters at most.");
        }
        return text;
    }

    @Override
    public String toString() {
        return "NewSender";
    }
}
