package com.qliento.agreement;

import com.qliento.consent.ConsentEvent;
import com.qliento.consent.ConsentStatement;
import com.qliento.consent.ConsentStatement.Shown;
import com.qliento.consent.Consents;
import com.qliento.consent.Permit;
import com.qliento.consent.Purpose;
import com.qliento.contact.ContactId;
import com.qliento.conversation.BlockAction;
import com.qliento.conversation.Step;
import com.qliento.database.RoundTrip;
import com.qliento.inbox.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes into the ledger what a customer says in a step, with that step: it is in both or in neither. */
@Component
class Agreements {

    private static final String WHATSAPP = "whatsapp";

    /** WhatsApp tells times by the second: as late as it may have been, so that what they take back is not before it was given. */
    private static final Duration WITHIN = Duration.ofMillis(999);

    private final Consents consents;

    Agreements(Consents consents) {
        this.consents = consents;
    }

    /**
     * What they say.
     *
     * @param shown what was put before them in this step; null for nothing, or for what was in an earlier one
     * @param until for how long; null for ever
     */
    record Agreed(
            Set<Purpose> purposes,
            ConsentEvent event,
            @Nullable Shown shown,
            @Nullable Instant until) {

        @Override
        public String toString() {
            return "Agreed[" + event + " " + purposes + "]";
        }
    }

    /** The customer, or a flow that asks them, says so at this element; counts for what follows in the step. */
    void note(Step step, @Nullable String element, Agreed agreed) {
        var lane = step.conversation().lane();
        if (lane.isRun()) {
            // About nobody, so nobody says anything.
            return;
        }
        step.does(element == null ? "" : element, new Noted(lane, statement(step, element, agreed, lane)));
    }

    /** At the time the customer wrote it; evidence are the ids of what they wrote, by which it is found while it is kept. */
    private static ConsentStatement statement(Step step, @Nullable String element, Agreed agreed, Lane lane) {
        var evidence = new TreeMap<String, String>();
        var at = step.now();
        var incoming = step.incoming();
        if (incoming != null && agreed.event() != ConsentEvent.REQUESTED) {
            evidence.put(
                    "messages", incoming.ids().stream().map(Object::toString).collect(Collectors.joining(" ")));
            var written = incoming.writtenAt().plus(WITHIN);
            at = written.isBefore(at) ? written : at;
        }
        if (element != null) {
            evidence.put("block", element);
        }
        evidence.values().removeIf(String::isEmpty);
        var by = step.flowKey().isEmpty() ? ConsentStatement.By.THEMSELVES : ConsentStatement.By.flow(step.flowKey());
        return new ConsentStatement(
                new ContactId(lane.contact()),
                agreed.purposes(),
                agreed.event(),
                null,
                agreed.shown(),
                new ConsentStatement.Source(WHATSAPP, by, evidence),
                at,
                agreed.until());
    }

    private final class Noted implements BlockAction.Deed {

        private final Lane lane;
        private final ConsentStatement said;

        Noted(Lane lane, ConsentStatement said) {
            this.lane = lane;
            this.said = said;
        }

        @Override
        public String kind() {
            return "consent-" + said.event().code();
        }

        @Override
        public List<String> told() {
            return List.of(said.purposes().stream().map(Purpose::code).sorted().collect(Collectors.joining(", ")));
        }

        @Override
        public Map<Purpose, Permit> permits() {
            return switch (said.event()) {
                case GIVEN -> all(Permit.ALLOWED);
                case REFUSED -> all(Permit.REFUSED);
                case WITHDRAWN -> all(Permit.WITHDRAWN);
                case REQUESTED, EXPIRED -> Map.of();
            };
        }

        private Map<Purpose, Permit> all(Permit permit) {
            return said.purposes().stream().collect(Collectors.toMap(Function.identity(), purpose -> permit));
        }

        @Override
        public void write(RoundTrip trip) {
            var unused = consents.record(lane.organisation(), said);
        }
    }
}
