package com.qliento.audit;

import com.qliento.organisation.OrganisationId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that is being done.
 *
 * @param about the id or key of what it is done to, never anything personal
 * @param detail what else there is to know, sealed when it is written; no secret's value, nothing of a customer
 */
public record Deed(
        OrganisationId organisation,
        AuditActor actor,
        AuditAction action,
        String about,
        SortedMap<String, String> detail) {

    /** With no detail. */
    public Deed(OrganisationId organisation, AuditActor actor, AuditAction action, String about) {
        this(organisation, actor, action, about, new TreeMap<>());
    }

    /** The same with this detail besides. */
    public Deed with(String name, Object value) {
        var more = new TreeMap<>(detail);
        more.put(name, String.valueOf(value));
        return new Deed(organisation, actor, action, about, more);
    }

    @Override
    public String toString() {
        return "Deed[" + organisation + ", " + action.code() + "]";
    }
}
