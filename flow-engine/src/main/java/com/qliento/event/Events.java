package com.qliento.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.call.Calls;
import com.qliento.inbox.Lane;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells flows what happened elsewhere. */
@Component
public class Events {

    /** Characters of a reference. */
    static final int LONGEST_REFERENCE = 200;

    private static final int MOST_CHARACTERS = 16_000;

    private final Calls calls;

    Events(Calls calls) {
        this.calls = calls;
    }

    /**
     * What happened.
     *
     * @param reference by which a flow waits for it
     * @param data what there is to say of it, as JSON
     */
    public record Happened(String reference, JsonNode data) {

        /** Throws {@link Problem} for what no flow can wait for, or keep. */
        public Happened {
            reference = reference.strip();
            if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
                throw Problem.invalid(
                        "reference",
                        "Say what happened by the reference that the flow waits for, of " + LONGEST_REFERENCE
                                + " characters at most.");
            }
            if (data.toString().length() > MOST_CHARACTERS) {
                throw Problem.invalid(
                        "data", "A flow keeps " + MOST_CHARACTERS + " characters of what happened at most.");
            }
        }

        /** Nothing of either. */
        @Override
        public String toString() {
            return "Happened";
        }
    }

    /** For somebody whose role allows it; as {@link #tell(OrganisationId, Happened)} else. */
    public List<Lane> tell(Actor actor, Happened happened) {
        actor.require(Permission.START_FLOWS);
        return tell(actor.organisation(), happened);
    }

    /**
     * A flow that waits goes on, and one that comes to wait within a day too. Durable when this returns, or with the open
     * transaction of the organisation. Gives the lanes of those who waited; none when nobody does yet.
     */
    public List<Lane> tell(OrganisationId organisation, Happened happened) {
        return calls.happened(organisation, happened.reference(), happened.data());
    }

    /** Whether a flow waits for it now; nothing is told. */
    public boolean awaited(OrganisationId organisation, Happened happened) {
        return calls.awaited(organisation, happened.reference());
    }
}
