package com.qliento.draft;

import com.qliento.organisation.OrganisationId;

/** Somebody, on any node, saved the draft of this kind and key; or may have. Says nothing about what changed. */
public record DraftSaved(OrganisationId organisation, String kind, String key) {}
