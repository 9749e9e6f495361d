package com.qliento.register;

import com.qliento.account.Actor;
import com.qliento.organisation.Caller;
import com.qliento.organisation.KeyScope;
import com.qliento.register.Register.Controller;
import com.qliento.rest.ReadersLanguage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST: the register of processing. */
@RestController
@RequestMapping("/api/v1/privacy/register")
class RegisterApi {

    /** Who is responsible; what is left out is empty from then on. */
    record Responsible(
            @Nullable String name,
            @Nullable String contact,
            @Nullable String officer,
            @Nullable String representative,
            @Nullable String transfers) {

        Controller controller() {
            return new Controller(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(contact, ""),
                    Objects.requireNonNullElse(officer, ""),
                    Objects.requireNonNullElse(representative, ""),
                    Objects.requireNonNullElse(transfers, ""),
                    null);
        }
    }

    private final ProcessingRegister register;

    RegisterApi(ProcessingRegister register) {
        this.register = register;
    }

    /** What is processed of people now: why, until when, by which flows, and who gets it. */
    @GetMapping
    Register get(
            Caller caller,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return register.get(Actor.program(caller), ReadersLanguage.of(languages));
    }

    /** Replaces who is responsible; gives the register from then on. */
    @PutMapping("/controller")
    Register set(
            Caller caller,
            @RequestBody Responsible responsible,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        caller.require(KeyScope.ADMIN);
        register.set(Actor.program(caller), responsible.controller());
        return get(caller, languages);
    }
}
