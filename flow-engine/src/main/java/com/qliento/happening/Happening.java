package com.qliento.happening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param contact whom it is about; null when it is about nobody
 * @param facts ids, codes and figures; nothing that anybody wrote
 * @param content what was said, by name, for those alone who are to have it; made when it is asked for, and kept nowhere
 *     unsealed. Empty when there is none or nobody can read it any more
 */
public record Happening(
        HappeningKind kind,
        OrganisationId organisation,
        @Nullable UUID contact,
        Instant at,
        ObjectNode facts,
        Supplier<ObjectNode> content) {

    /** Neither facts nor content. */
    @Override
    public String toString() {
        return "Happening[" + kind.word() + "]";
    }
}
