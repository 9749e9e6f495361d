package com.qliento.access;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.rest.Limit;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: ways for people to take their package without an account. */
@RestController
@RequestMapping("/api/v1/privacy/packages/{id}/links")
class LinkApi {

    private final PackageLinks links;

    LinkApi(PackageLinks links) {
        this.links = links;
    }

    /** How long a link holds, 1 to 7 days, and for how many downloads, 1 to 10; 7 and 3 unless it is said. */
    record Request(@Nullable Integer days, @Nullable Integer downloads) {}

    /** A link as it is. {@code uses} are downloads and wrong codes; {@code late} is how often somebody came afterwards. */
    record View(
            UUID id,
            PackageLink.State state,
            String madeBy,
            Instant madeAt,
            Instant endsAt,
            int mostDownloads,
            int downloads,
            int wrongCodes,
            List<PackageLink.Use> uses,
            int late) {

        static View of(PackageLink link) {
            return new View(
                    link.id(),
                    link.state(),
                    link.madeBy(),
                    link.madeAt(),
                    link.endsAt(),
                    link.mostDownloads(),
                    link.downloads(),
                    link.wrongCodes(),
                    link.uses(),
                    link.late());
        }
    }

    /** A link with its address and its code, which are shown this once, and go to the person on two ways. */
    record Made(UUID id, String path, String code, Instant endsAt, int mostDownloads) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** All links of a package. */
    record Views(List<View> items) {}

    @PostMapping
    ResponseEntity<Made> make(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Request request) {
        caller.require(KeyScope.ADMIN);
        var wanted = Limit.id("id", id);
        var terms = request == null
                ? new PackageLinks.Terms(null, null)
                : new PackageLinks.Terms(request.days(), request.downloads());
        var made = links.make(Actor.program(caller), wanted, terms);
        var link = made.link();
        return ResponseEntity.created(URI.create("/api/v1/privacy/packages/" + wanted + "/links/" + link.id()))
                .body(new Made(link.id(), made.path(), made.code(), link.endsAt(), link.mostDownloads()));
    }

    /** The newest first, also those that are over. */
    @GetMapping
    Views list(Caller caller, @PathVariable String id) {
        return new Views(links.of(Actor.program(caller), Limit.id("id", id)).stream()
                .map(View::of)
                .toList());
    }

    /** Ends a link before its time: nobody takes anything by it any more. */
    @DeleteMapping("/{link}")
    ResponseEntity<Void> end(Caller caller, @PathVariable String id, @PathVariable String link) {
        caller.require(KeyScope.ADMIN);
        links.end(Actor.program(caller), Limit.id("id", id), Limit.id("link", link));
        return ResponseEntity.noContent().build();
    }
}
