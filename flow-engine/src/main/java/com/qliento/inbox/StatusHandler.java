package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import java.util.List;

/** Applies delivery statuses. Called in the transaction that removes them; may see one of them more than once. */
public interface StatusHandler {

    /** Applies all or throws; a throw leaves them where they are, to be tried again. */
    void apply(OrganisationId organisation, List<StatusArrival> statuses);
}
