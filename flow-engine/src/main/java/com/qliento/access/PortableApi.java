package com.qliento.access;

import com.qliento.account.Actor;
import com.qliento.door.Door;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.rest.Limit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: what people take along, and what they bring (GDPR Art. 20). */
@RestController
@RequestMapping("/api/v1/privacy")
class PortableApi {

    private static final DataSize MOST = DataSize.ofMegabytes(64);

    private final AccessPackages packages;
    private final PortableImport imports;

    PortableApi(AccessPackages packages, PortableImport imports) {
        this.packages = packages;
        this.imports = imports;
    }

    /** The door for what is brought: larger than other texts, and refused before it is read when it is larger still. */
    @Configuration(proxyBeanMethods = false)
    static class Opened {

        @Bean
        static Door portableDoor() {
            return new Door("/api/v1/privacy/portability/**", Door.Passage.PROGRAMS, new Door.Bounds(MOST, false));
        }
    }

    /** What of a package the person provided themselves, as JSON by a schema of its own; that it was taken is noted. */
    @GetMapping("/packages/{id}/portable")
    Portable portable(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        var wanted = Limit.id("id", id);
        try (var portable = packages.portable(Actor.program(caller), wanted)) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"portable-" + wanted + ".json\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return PortableFile.JSON.readValue(portable.readAllBytes(), Portable.class);
        }
    }

    /** Brings in {@code portable.json}, or a package with it, for whoever it names on this channel. */
    @PostMapping("/portability/import")
    ResponseEntity<PortableImport.Brought> bring(
            Caller caller, @RequestParam String channel, HttpServletRequest request) throws IOException {
        caller.require(KeyScope.ADMIN);
        return ResponseEntity.ok(
                imports.bring(Actor.program(caller), Limit.id("channel", channel), request.getInputStream()));
    }
}
