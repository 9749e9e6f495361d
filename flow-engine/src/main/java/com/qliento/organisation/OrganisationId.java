package com.qliento.organisation;

import java.util.UUID;

/** Names one organisation (a tenant). Also the tenant id of its flows in Camunda, as text. */
public record OrganisationId(UUID value) {

    /** Reads the text form of {@link #toString()}; throws {@link IllegalArgumentException} when it is none. */
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
