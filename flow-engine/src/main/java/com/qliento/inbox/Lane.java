package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import java.util.UUID;

/**
 * Messages of one contact on one channel: handled one after the other, beside all other lanes. A run, a flow about nobody,
 * has a lane of its own in which it is its own channel and its own contact.
 */
public record Lane(OrganisationId organisation, UUID channel, UUID contact) {

    /** The lane of this run. */
    public static Lane ofRun(OrganisationId organisation, UUID run) {
        return new Lane(organisation, run, run);
    }

    /** Whether it is a run's. */
    public boolean isRun() {
        return channel.equals(contact);
    }
}
