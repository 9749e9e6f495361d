package com.qliento.call;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who makes the calls of which kind. */
@Component
class Callees {

    private final Map<String, Callee> byKind;

    Callees(ObjectProvider<Callee> callees) {
        // Asked once: each call asks four times.
        this.byKind = callees.stream().collect(Collectors.toMap(Callee::kind, Function.identity(), (one, other) -> {
            throw new IllegalStateException("two make the calls of the kind " + one.kind());
        }));
    }

    /** Throws when nobody makes such calls. */
    Callee of(String kind) {
        var callee = find(kind);
        if (callee == null) {
            throw new IllegalStateException("nobody makes calls of the kind " + kind);
        }
        return callee;
    }

    /** Null when nobody makes such calls: a stored one may be of a release that did. */
    @Nullable
    Callee find(String kind) {
        return byKind.get(kind);
    }
}
