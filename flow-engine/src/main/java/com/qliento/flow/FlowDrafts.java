package com.qliento.flow;

import com.qliento.draft.DraftRoom;
import com.qliento.draft.DraftVersion;
import com.qliento.draft.Drafts;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import org.springframework.stereotype.Component;

/** Saves drafts of flows. */
@Component
public class FlowDrafts extends Drafts {

    private final FlowSubject flows;

    FlowDrafts(FlowSubject flows, DraftRoom room) {
        super(flows, room);
        this.flows = flows;
    }

    /** Throws {@link Problem} with what is wrong when this version can't be live beside what is live now. */
    void requireSound(OrganisationId organisation, DraftVersion version) {
        flows.requireSound(organisation, version.key(), version.content());
    }
}
