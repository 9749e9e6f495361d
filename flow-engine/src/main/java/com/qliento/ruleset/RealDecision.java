package com.qliento.ruleset;

import com.qliento.organisation.OrganisationId;
import com.qliento.rules.decision.Decided;
import com.qliento.rules.decision.MatchedRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a flow decided about a customer.
 *
 * @param at when, by which {@code now} and {@code today} were
 * @param given values by name of the input
 * @param came what it came to, by name of the decision; empty when it could not decide
 * @param rows that decided
 */
public record RealDecision(
        Source source,
        LiveDecisions.Found by,
        Instant at,
        Map<String, @Nullable Object> given,
        Map<String, @Nullable Object> came,
        List<MatchedRow> rows) {

    /** What a run by this version came to. */
    public static RealDecision of(
            Source source, LiveDecisions.Found by, Instant at, Map<String, @Nullable Object> given, Decided decided) {
        return new RealDecision(
                source,
                by,
                at,
                given,
                came(by.model().wanted(), decided),
                decided.rows().stream().filter(MatchedRow::counted).toList());
    }

    /** What the model is for, without what it decides on the way; empty when anything failed. */
    static Map<String, @Nullable Object> came(List<String> wanted, Decided decided) {
        var came = new LinkedHashMap<String, @Nullable Object>(decided.failed() ? Map.of() : decided.values());
        came.keySet().retainAll(wanted);
        return came;
    }

    /** Whose conversation it was for. */
    public record Source(OrganisationId organisation, UUID conversation, UUID contact) {}

    /** Shows no value. */
    @Override
    public String toString() {
        return "RealDecision[" + by.key() + " " + by.version() + "]";
    }
}
