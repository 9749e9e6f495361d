package com.qliento.trigger;

import com.qliento.flow.BeginsFlows;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Triggers as what begins flows: those that are on. */
@Component
class TriggeredFlows implements BeginsFlows {

    private final JdbcClient jdbc;

    TriggeredFlows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(OrganisationId organisation, String flowKey) {
        return jdbc.sql("SELECT name FROM flow_trigger WHERE organisation_id = ? AND flow_key = ? AND enabled")
                .param(organisation.value())
                .param(flowKey)
                .query(String.class)
                .list();
    }
}
