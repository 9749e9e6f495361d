package com.qliento.organisation;

/**
 * Who calls the REST interface: an organisation, known by its API key. A REST method takes it as a parameter and gets
 * it filled in from the request's authentication.
 */
public record Caller(OrganisationId organisation, String keyName) {}
