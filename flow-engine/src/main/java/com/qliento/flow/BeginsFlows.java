package com.qliento.flow;

import com.qliento.organisation.OrganisationId;
import java.util.List;

/** What begins flows besides customers and other flows, such as schedules. One for each kind. */
public interface BeginsFlows {

    /** The names of those that would begin this flow as they are now; inside a transaction of the organisation. */
    List<String> of(OrganisationId organisation, String flowKey);
}
