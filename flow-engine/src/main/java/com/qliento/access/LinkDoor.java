package com.qliento.access;

import com.qliento.access.LinkPage.Said;
import com.qliento.door.Door;
import com.qliento.rest.ReadersLanguage;
import com.qliento.vault.Unreadable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where people take their package without an account: {@code /p/{token}} shows a page that asks for the code, the same
 * whatever the address; the code sent there gives the package, or the page once more with one sentence for all reasons.
 */
@Hidden
@RestController
class LinkDoor {

    /** Before the token of a link. */
    static final String PATH = "/p/";

    private static final String FILE = "data-package.zip";

    private final LinkDelivery delivery;
    private final LinkPace pace;
    private final PackagePieces pieces;

    LinkDoor(LinkDelivery delivery, LinkPace pace, PackagePieces pieces) {
        this.delivery = delivery;
        this.pace = pace;
        this.pieces = pieces;
    }

    /** The door for all of them. */
    @Configuration(proxyBeanMethods = false)
    static class Opened {

        @Bean
        static Door linksDoor() {
            var bounds = new Door.Bounds(DataSize.ofKilobytes(4), false);
            return new Door("/p/**", Door.Passage.PROGRAMS, bounds).bySecretAddress();
        }
    }

    @GetMapping(PATH + "{token}")
    void page(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            HttpServletResponse response)
            throws IOException {
        answer(response, HttpStatus.OK, new LinkPage(language(language, languages)).html(Said.NOTHING));
    }

    @PostMapping(PATH + "{token}")
    void take(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var page = new LinkPage(language(language, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        if (!pace.passes(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            answer(response, HttpStatus.TOO_MANY_REQUESTS, page.html(Said.TOO_OFTEN));
            return;
        }
        var granted = delivery.open(token, code == null ? "" : code);
        if (granted.isEmpty() || !sent(granted.get(), response)) {
            answer(response, HttpStatus.UNPROCESSABLE_ENTITY, page.html(Said.REFUSED));
        }
    }

    /** False when nothing could be opened, and nothing is sent. */
    private boolean sent(LinkDelivery.Granted granted, HttpServletResponse response) {
        try {
            pieces.open(granted.organisation(), granted.packageId(), piece -> send(response, piece));
            return response.isCommitted();
        } catch (Unreadable gone) {
            if (response.isCommitted()) {
                throw gone;
            }
            response.resetBuffer();
            return false;
        }
    }

    private static void send(HttpServletResponse response, byte[] piece) {
        try {
            if (!response.isCommitted()) {
                closed(response);
                response.setContentType("application/zip");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + FILE + "\"");
            }
            response.getOutputStream().write(piece);
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void answer(HttpServletResponse response, HttpStatus status, String html) throws IOException {
        closed(response);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", LinkPage.POLICY);
        response.getWriter().write(html);
    }

    /** Kept by nobody, found by nobody, and told to no other page. */
    private static void closed(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static Locale language(@Nullable String chosen, @Nullable String header) {
        return ReadersLanguage.of(chosen == null ? header : chosen);
    }
}
