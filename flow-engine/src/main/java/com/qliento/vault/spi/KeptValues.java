package com.qliento.vault.spi;

import com.qliento.organisation.OrganisationId;

/** Values of a feature that end with their person and with no hour, but once were sealed with the hour they came in. */
public interface KeptValues {

    /**
     * Whether all of the organisation's are sealed anew that can be opened. Before they are, no key of an hour is
     * destroyed: they would go with it.
     */
    boolean areSealedAnew(OrganisationId organisation);
}
