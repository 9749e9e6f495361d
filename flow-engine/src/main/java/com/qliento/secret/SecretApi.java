package com.qliento.secret;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.rest.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: the organisation's secrets. Values go in and never come out. */
@RestController
@RequestMapping("/api/v1/secrets")
class SecretApi {

    /** A value to keep. */
    record Request(@Nullable String value) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    private final Secrets secrets;

    SecretApi(Secrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    Page<SecretFacts> list(Caller caller) {
        return new Page<>(secrets.all(Actor.program(caller)), null);
    }

    @PutMapping("/{name}")
    SecretFacts keep(Caller caller, @PathVariable String name, @RequestBody Request request) {
        return secrets.keep(Actor.program(caller), name, request.value());
    }

    @DeleteMapping("/{name}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String name) {
        secrets.delete(Actor.program(caller), name);
        return ResponseEntity.noContent().build();
    }

    /** The flows that name the secret, drafts and live. */
    @GetMapping("/{name}/uses")
    Page<SecretUse.Used> uses(Caller caller, @PathVariable String name) {
        return new Page<>(secrets.uses(Actor.program(caller)).getOrDefault(name, List.of()), null);
    }
}
