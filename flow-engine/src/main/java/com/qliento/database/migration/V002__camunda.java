package com.qliento.database.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;

/**
 * Camunda's own tables, by the scripts inside the engine's jar: the application's role may not create tables, so the
 * engine can't make them itself. A new engine version comes with its upgrade scripts as a migration of its own.
 */
public class V002__camunda extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            for (var part : PARTS) {
                statement.execute(script(part));
            }
        }
    }

    private static String script(String part) throws IOException {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
