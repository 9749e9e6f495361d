package com.qliento.happening;

import com.qliento.database.RoundTrip;
import com.qliento.organisation.OrganisationId;

/** Hears what happens. A bean of the feature; found when something happens for the first time. */
public interface HappeningHearer {

    /** Whether it wants to hear of this. Asked at every message, so it must know by heart. */
    boolean hears(OrganisationId organisation, HappeningKind kind);

    /**
     * It happened, or will have when the open transaction commits; what is written for it goes along with the trip, or
     * comes to nothing with the transaction. What this throws undoes what happened.
     */
    void hear(RoundTrip trip, Happening happening);
}
