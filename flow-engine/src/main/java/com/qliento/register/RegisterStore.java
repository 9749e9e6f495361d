package com.qliento.register;

import com.qliento.organisation.OrganisationId;
import com.qliento.register.Register.Controller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is responsible, as organisations wrote it. In the organisation's transaction. */
@Component
class RegisterStore {

    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Controller> find(OrganisationId organisation) {
        return jdbc.sql("SELECT * FROM register_controller WHERE organisation_id = ?")
                .param(organisation.value())
                .query((row, n) -> controller(row))
                .optional();
    }

    private static Controller controller(ResultSet row) throws SQLException {
        return new Controller(
                row.getString("name"),
                row.getString("contact"),
                row.getString("officer"),
                row.getString("representative"),
                row.getString("transfers"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    void save(OrganisationId organisation, Controller controller, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO register_controller
                          (organisation_id, name, contact, officer, representative, transfers, changed_at, changed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name, contact = excluded.contact,
                          officer = excluded.officer, representative = excluded.representative,
                          transfers = excluded.transfers, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param(organisation.value())
                .param(controller.name())
                .param(controller.contact())
                .param(controller.officer())
                .param(controller.representative())
                .param(controller.transfers())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by)
                .update();
    }
}
