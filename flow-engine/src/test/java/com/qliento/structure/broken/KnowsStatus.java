package com.qliento.structure.broken;

import org.springframework.http.HttpStatus;

/** Breaks the rule that only the interfaces know how a refusal is told over HTTP. */
public class KnowsStatus {

    HttpStatus tooMany() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }
}
