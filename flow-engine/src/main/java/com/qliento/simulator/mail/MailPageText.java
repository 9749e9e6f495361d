package com.qliento.simulator.mail;

import com.qliento.block.TextBundle;
import com.qliento.connector.mail.MailMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What the mail page says, as HTML in which nothing that somebody wrote is anything but text. */
final class MailPageText {

    private static final TextBundle WORDS = TextBundle.beside(MailPageText.class, "MailPage");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Locale language;

    MailPageText(Locale language) {
        this.language = language;
    }

    String list(List<MailMessage> mails) {
        var rows = mails.stream().map(this::row).collect(Collectors.joining("\n"));
        return around(
                said("title"),
                "<p class=\"hint\">" + said("help") + "</p>"
                        + (mails.isEmpty()
                                ? "<p class=\"empty\">" + said("empty") + "</p>"
                                : "<ul class=\"mails\">\n" + rows + "\n</ul>"));
    }

    private String row(MailMessage mail) {
        return "<li><a href=\"/simulator/mail/" + mail.id() + "\"><span class=\"to\">"
                + escaped(mail.to().address()) + "</span><span class=\"subject\">" + subject(mail)
                + "</span><time>" + TIME.format(mail.at()) + "</time></a></li>";
    }

    String mail(MailMessage mail) {
        var head = "<dl><dt>" + said("from") + "</dt><dd>" + escaped(whole(mail)) + "</dd><dt>" + said("to")
                + "</dt><dd>" + escaped(mail.to().address()) + "</dd><dt>" + said("at") + "</dt><dd>"
                + TIME.format(mail.at()) + "</dd></dl>";
        var html = mail.html() == null
                ? ""
                : "<h2>" + said("html") + "</h2><iframe title=\"" + said("html") + "\" sandbox src=\"/simulator/mail/"
                        + mail.id() + "/html\"></iframe>";
        return around(
                subject(mail),
                "<p><a href=\"/simulator/mail\">" + said("back") + "</a></p>" + head + html + "<h2>" + said("text")
                        + "</h2><pre>" + escaped(mail.text()) + "</pre>");
    }

    private static String whole(MailMessage mail) {
        var from = mail.from();
        return from.name().isEmpty() ? from.address() : from.name() + " <" + from.address() + ">";
    }

    private String subject(MailMessage mail) {
        return mail.subject().isEmpty() ? said("no-subject") : escaped(mail.subject());
    }

    private String around(String title, String content) {
        return "<!DOCTYPE html>\n<html lang=\"" + said("language") + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + " · Qliento</title><link rel=\"stylesheet\" href=\"/simulator/phone/tokens.css\">"
                + "<link rel=\"stylesheet\" href=\"/simulator/mail-page/mail.css\"></head><body><main><h1>" + title
                + "</h1>\n" + content + "\n</main></body></html>\n";
    }

    private String said(String key) {
        return escaped(WORDS.text(key, language));
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
