package com.qliento.account;

import com.qliento.organisation.OrganisationId;

/** An organisation that somebody works for, and as what. */
public record Membership(OrganisationId organisation, String organisationName, Role role) {}
