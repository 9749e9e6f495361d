package com.qliento.flow;

import com.qliento.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, on any node, saved the draft of a flow. Says nothing about what changed, and may be told twice.
 *
 * @param organisation null when this node was cut off for a while: any draft may have been saved
 */
public record DraftSaved(@Nullable OrganisationId organisation, String flowKey) {

    static final DraftSaved ANY = new DraftSaved(null, "");

    /** Whether it may be this flow's draft that was saved. */
    public boolean concerns(OrganisationId anOrganisation, String aFlowKey) {
        return organisation == null || organisation.equals(anOrganisation) && flowKey.equals(aFlowKey);
    }
}
