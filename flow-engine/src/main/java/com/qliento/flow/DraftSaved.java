package com.qliento.flow;

import com.qliento.organisation.OrganisationId;

/** Somebody, on any node, saved the draft of a flow; or may have, when the key is empty. Says nothing about what changed. */
public record DraftSaved(OrganisationId organisation, String flowKey) {}
