package com.qliento.vault.spi;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.SubjectId;
import java.util.List;
import java.util.UUID;

/**
 * A person as an organisation knows them: the contact that stays, and those that turned out to be the same person. What is
 * theirs may name any of them, and is sealed with the key of whichever it came for.
 *
 * @param all the one that stays first
 */
public record Family(OrganisationId organisation, List<SubjectId> all) {

    /** Takes its own copy; a family has one member at least. */
    public Family {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a family without members");
        }
    }

    /** By which the person is known now. */
    public SubjectId stays() {
        return all.get(0);
    }

    /** The ids, for a parameter of a statement. */
    public UUID[] ids() {
        return all.stream().map(SubjectId::value).toArray(UUID[]::new);
    }
}
