package com.qliento.inbox;

import com.qliento.organisation.OrganisationId;

/**
 * Messages of an organisation came in or went out, or one was told to have arrived. Published on the node where it
 * happens, at about the time it commits; says neither which nor how many.
 */
public record Traffic(OrganisationId organisation) {}
