package com.qliento.flow;

import com.qliento.organisation.OrganisationId;

/**
 * A flow was copied to a new key. Told within the copying's transaction: what belongs to the flow is copied with it or
 * nothing is.
 */
public record FlowCopied(OrganisationId organisation, String from, String to) {}
