package com.qliento.tryout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cases. */
@Component
class FlowCaseStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FlowCaseStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What stands in the column. */
    record Body(Persona persona, List<CaseStep> steps) {}

    List<FlowCase> list(OrganisationId organisation, String flowKey) {
        return jdbc.sql("SELECT * FROM flow_case WHERE organisation_id = ? AND flow_key = ? ORDER BY created_at, id")
                .param(organisation.value())
                .param(flowKey)
                .query(this::read)
                .list();
    }

    void add(OrganisationId organisation, String flowKey, FlowCase flowCase, Instant at) {
        jdbc.sql("""
                        INSERT INTO flow_case (organisation_id, flow_key, id, name, steps, created_at)
                        VALUES (?, ?, ?, ?, ?::jsonb, ?)
                        """)
                .param(organisation.value())
                .param(flowKey)
                .param(flowCase.id())
                .param(flowCase.name())
                .param(text(flowCase))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean rename(OrganisationId organisation, String flowKey, UUID id, String name) {
        return jdbc.sql("UPDATE flow_case SET name = ? WHERE organisation_id = ? AND flow_key = ? AND id = ?")
                        .param(name)
                        .param(organisation.value())
                        .param(flowKey)
                        .param(id)
                        .update()
                > 0;
    }

    boolean change(OrganisationId organisation, String flowKey, FlowCase flowCase) {
        return jdbc.sql("UPDATE flow_case SET steps = ?::jsonb WHERE organisation_id = ? AND flow_key = ? AND id = ?")
                        .param(text(flowCase))
                        .param(organisation.value())
                        .param(flowKey)
                        .param(flowCase.id())
                        .update()
                > 0;
    }

    boolean delete(OrganisationId organisation, String flowKey, UUID id) {
        return jdbc.sql("DELETE FROM flow_case WHERE organisation_id = ? AND flow_key = ? AND id = ?")
                        .param(organisation.value())
                        .param(flowKey)
                        .param(id)
                        .update()
                > 0;
    }

    private String text(FlowCase flowCase) {
        try {
            return json.writeValueAsString(new Body(flowCase.persona(), flowCase.steps()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private FlowCase read(ResultSet row, int n) throws SQLException {
        try {
            var body = json.readValue(row.getString("steps"), Body.class);
            return new FlowCase(row.getObject("id", UUID.class), row.getString("name"), body.persona(), body.steps());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a test case is not readable", notOurs);
        }
    }
}
