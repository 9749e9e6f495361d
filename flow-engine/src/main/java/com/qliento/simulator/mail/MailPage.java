package com.qliento.simulator.mail;

import com.qliento.simulator.OnlyInDemo;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The mail of the demo in the browser: a list, and each mail as text and as HTML. Nothing in a mail runs or loads anything. */
@OnlyInDemo
@ConditionalOnProperty(name = "qliento.mail.caught", matchIfMissing = true)
@Controller
final class MailPage {

    private static final String POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    /** For what a mail brings: its own styles, and nothing else. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox;"
                    + " frame-ancestors 'self'";

    private final MailTray tray;

    MailPage(MailTray tray) {
        this.tray = tray;
    }

    @GetMapping("/simulator/mail")
    ResponseEntity<String> list(Locale language) {
        return page(POLICY, new MailPageText(language).list(tray.all()));
    }

    @GetMapping("/simulator/mail/{id}")
    ResponseEntity<String> mail(Locale language, @PathVariable UUID id) {
        return tray.find(id)
                .map(mail -> page(POLICY, new MailPageText(language).mail(mail)))
                .orElse(ResponseEntity.notFound().build());
    }

    @GetMapping("/simulator/mail/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        return tray.find(id)
                .filter(mail -> mail.html() != null)
                .map(mail -> page(MAIL_POLICY, String.valueOf(mail.html())))
                .orElse(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<String> page(String policy, String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }
}
