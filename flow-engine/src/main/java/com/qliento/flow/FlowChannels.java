package com.qliento.flow;

import com.qliento.database.Texts;
import com.qliento.organisation.OrganisationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say which numbers a flow answers on; inside a transaction of the organisation. */
@Component
class FlowChannels {

    private final JdbcClient jdbc;

    FlowChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of each flow that is not for every number. */
    Map<String, Set<UUID>> all(OrganisationId organisation) {
        var all = new HashMap<String, Set<UUID>>();
        jdbc.sql("SELECT flow_key, channel_id FROM flow_channel WHERE organisation_id = ?")
                .param(organisation.value())
                .query((row) -> {
                    all.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                });
        return all;
    }

    Set<UUID> of(OrganisationId organisation, String flowKey) {
        return jdbc.sql("SELECT channel_id FROM flow_channel WHERE organisation_id = ? AND flow_key = ?")
                .param(organisation.value())
                .param(flowKey)
                .query(UUID.class)
                .set();
    }

    void replace(OrganisationId organisation, String flowKey, Set<UUID> channels) {
        jdbc.sql("DELETE FROM flow_channel WHERE organisation_id = ? AND flow_key = ?")
                .param(organisation.value())
                .param(flowKey)
                .update();
        jdbc.sql("""
                        INSERT INTO flow_channel (organisation_id, flow_key, channel_id) SELECT ?, ?, unnest(?::uuid[])
                        """)
                .param(organisation.value())
                .param(flowKey)
                .param(Texts.of(channels))
                .update();
    }
}
