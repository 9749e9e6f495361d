package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;
import java.util.UUID;

/** Messages of one contact on one channel: handled one after the other, beside all other lanes. */
public record Lane(OrganisationId organisation, UUID channel, UUID contact) {}
