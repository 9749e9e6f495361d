package com.qliento.access;

import com.qliento.account.Actor;
import com.qliento.contact.ContactId;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: all that is kept of a person, in one package. */
@RestController
@RequestMapping("/api/v1/privacy")
class AccessApi {

    private static final Set<String> LANGUAGES = Set.of("en", "es", "pt");
    private static final String ZIP = "application/zip";

    private final AccessPackages packages;

    AccessApi(AccessPackages packages) {
        this.packages = packages;
    }

    /** Asks for a package; it is made in the background. {@code language} of what in it is for people: en, es or pt. */
    @PostMapping("/people/{contact}/package")
    ResponseEntity<AccessPackage> ask(
            Caller caller, @PathVariable String contact, @RequestParam(required = false) @Nullable String language) {
        caller.require(KeyScope.ADMIN);
        var wanted =
                packages.ask(Actor.program(caller), new ContactId(Limit.id("contact", contact)), language(language));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/privacy/packages/" + wanted.id()))
                .body(wanted);
    }

    private static Locale language(@Nullable String wanted) {
        if (wanted != null && !LANGUAGES.contains(wanted)) {
            throw Problem.invalid("language", "Packages are written in 'en', 'es' or 'pt'.");
        }
        return wanted == null ? Locale.ENGLISH : Locale.forLanguageTag(wanted);
    }

    /** The newest first, also those that are over. */
    @GetMapping("/packages")
    Page<AccessPackage> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Limit.of(limit);
        var rows = packages.page(Actor.program(caller), Limit.after(cursor), Page.overLimit(size));
        return Page.of(rows, size, one -> one.id().toString());
    }

    @GetMapping("/packages/{id}")
    AccessPackage get(Caller caller, @PathVariable String id) {
        return packages.get(Actor.program(caller), Limit.id("id", id));
    }

    /** The package itself, as a ZIP; that it was taken is noted. */
    @GetMapping(path = "/packages/{id}/content", produces = ZIP)
    void content(Caller caller, @PathVariable String id, HttpServletResponse response) {
        var wanted = Limit.id("id", id);
        packages.take(Actor.program(caller), wanted, piece -> send(response, wanted, piece));
    }

    private static void send(HttpServletResponse response, UUID id, byte[] piece) {
        try {
            if (!response.isCommitted()) {
                response.setContentType(ZIP);
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"data-package-" + id + ".zip\"");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            response.getOutputStream().write(piece);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends a package before its time: nobody can take it any more. */
    @DeleteMapping("/packages/{id}")
    ResponseEntity<Void> end(Caller caller, @PathVariable String id) {
        caller.require(KeyScope.ADMIN);
        packages.end(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }
}
