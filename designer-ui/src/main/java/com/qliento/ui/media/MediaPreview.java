package com.qliento.ui.media;

import com.qliento.account.Account;
import com.qliento.account.Accounts;
import com.qliento.account.Permission;
import com.qliento.media.MediaContent;
import com.qliento.media.MediaFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files as the screens show them, to people who are signed in and work for an organisation that has the file. Whatever a
 * file holds, a browser runs nothing of it.
 */
@RestController
class MediaPreview {

    private final MediaFiles files;
    private final Accounts accounts;

    MediaPreview(MediaFiles files, Accounts accounts) {
        this.files = files;
        this.accounts = accounts;
    }

    @GetMapping("/media/{id}")
    ResponseEntity<Resource> show(Authentication person, @PathVariable UUID id) {
        return person.getPrincipal() instanceof Account account
                ? find(account, id)
                        .map(MediaPreview::answer)
                        .orElse(ResponseEntity.notFound().build())
                : ResponseEntity.notFound().build();
    }

    private Optional<MediaContent> find(Account account, UUID id) {
        return accounts.memberships(account.id()).stream()
                .filter(membership -> membership.role().may(Permission.LOOK_ON))
                .map(membership -> accounts.actor(account.id(), membership))
                .flatMap(actor -> files.open(actor, id).stream())
                .findFirst();
    }

    private static ResponseEntity<Resource> answer(MediaContent file) {
        var facts = file.facts();
        var place = facts.shownByBrowsers() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(facts.mimeType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        place.filename(facts.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; img-src 'self'; media-src 'self'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new ByteArrayResource(file.bytes()));
    }
}
