package com.qliento.schedule;

import com.qliento.flow.BeginsFlows;
import com.qliento.organisation.OrganisationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schedules as what begins flows: those that somebody set up, and that will begin one again. */
@Component
class ScheduledFlows implements BeginsFlows {

    private final JdbcClient jdbc;

    ScheduledFlows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(OrganisationId organisation, String flowKey) {
        return jdbc.sql("""
                        SELECT name FROM flow_schedule
                        WHERE organisation_id = ? AND flow_key = ? AND made_in IS NULL AND next_at IS NOT NULL
                        """)
                .param(organisation.value())
                .param(flowKey)
                .query(String.class)
                .list();
    }
}
