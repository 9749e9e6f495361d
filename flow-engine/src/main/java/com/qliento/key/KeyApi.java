package com.qliento.key;

import com.qliento.account.Actor;
import com.qliento.organisation.ApiKey;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.problem.Problem;
import com.qliento.rest.Limit;
import com.qliento.rest.Page;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** REST: API keys. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyApi {

    /** Who uses it, and what it may do: read, write, start, admin. */
    record NewKey(@Nullable String name, @Nullable List<String> scopes) {}

    /** A key, without its text. */
    record View(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static View of(ApiKey key) {
            var scopes = key.scopes().stream().map(KeyScope::word).sorted().toList();
            return new View(key.id(), key.name(), scopes, key.createdAt(), key.lastUsedAt());
        }
    }

    /** A key with its text, which is shown this once. */
    record MadeKey(View facts, String key) {

        @Override
        public String toString() {
            return "MadeKey";
        }
    }

    private final ProgramKeys keys;

    KeyApi(ProgramKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    Page<View> list(Caller caller) {
        return new Page<>(keys.all(Actor.program(caller)).stream().map(View::of).toList(), null);
    }

    @PostMapping
    ResponseEntity<MadeKey> make(Caller caller, @RequestBody NewKey request) {
        var name = request.name() == null ? "" : request.name();
        var made = keys.make(Actor.program(caller), name, scopes(request.scopes()));
        return ResponseEntity.created(URI.create("/api/v1/keys/" + made.facts().id()))
                .body(new MadeKey(View.of(made.facts()), made.key()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String id) {
        keys.revoke(Actor.program(caller), Limit.id("id", id));
        return ResponseEntity.noContent().build();
    }

    private static Set<KeyScope> scopes(@Nullable List<String> words) {
        var scopes = EnumSet.noneOf(KeyScope.class);
        for (var word : words == null ? List.<String>of() : words) {
            scopes.add(KeyScope.of(String.valueOf(word))
                    .orElseThrow(() -> Problem.invalid("scopes", "A scope is one of: read, write, start, admin.")));
        }
        return scopes;
    }
}
