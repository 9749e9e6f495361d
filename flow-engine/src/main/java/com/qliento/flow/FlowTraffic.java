package com.qliento.flow;

import com.qliento.organisation.OrganisationId;
import java.util.Map;

/** How many conversations flows have; known by whoever keeps conversations. */
public interface FlowTraffic {

    /** Conversations that are in this flow now, counted in the open transaction. */
    long running(OrganisationId organisation, String flowKey);

    /** Conversations that are in each flow now, by its key; may be half a minute old. */
    Map<String, Long> running(OrganisationId organisation);

    /** Conversations that came to each version in the last 24 hours, by its definition's id; may be half a minute old. */
    Map<String, Long> lastDay(OrganisationId organisation);
}
