package com.qliento.access;

import com.qliento.organisation.OrganisationId;
import java.util.UUID;

/**
 * A package is ready to be taken. Told in the transaction that makes it so, once.
 *
 * @param askedBy who asked for it: an account's id, or the name of a program's key
 */
public record PackageReady(OrganisationId organisation, UUID id, String askedBy) {}
