package com.qliento.call;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who makes the calls of which kind. */
@Component
class Callees {

    private final ObjectProvider<Callee> callees;

    Callees(ObjectProvider<Callee> callees) {
        this.callees = callees;
        callees.stream()
                .collect(Collectors.groupingBy(Callee::kind, Collectors.counting()))
                .forEach((kind, number) -> {
                    if (number > 1) {
                        throw new IllegalStateException("two make the calls of the kind " + kind);
                    }
                });
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
        return callees.stream()
                .filter(callee -> callee.kind().equals(kind))
                .findFirst()
                .orElse(null);
    }
}
