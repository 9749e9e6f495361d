package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    /** Ours: neither the engine's, nor the migrations' list, nor a part of a table that is looked at as a whole. */
    private static final String OURS = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname NOT LIKE 'act\\_%' AND c.relname NOT LIKE 'flyway%'
            """;

    @Test
    void every_row_names_its_organisation() {
        assertThat(names(" AND c.relname <> 'organisation' AND NOT EXISTS (SELECT FROM pg_attribute a"
                        + " WHERE a.attrelid = c.oid AND a.attname = 'organisation_id' AND a.attnotnull)"))
                .isEmpty();
    }

    @Test
    void row_level_security_with_a_policy_is_on_for_every_table() {
        assertThat(names(" AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))"))
                .isEmpty();
    }

    @Test
    void the_application_neither_owns_a_table_nor_passes_by_its_policies() {
        assertThat(names(" AND pg_get_userbyid(c.relowner) = current_user")).isEmpty();
        assertThat(Scene.shared()
                        .jdbc()
                        .sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void tables_are_looked_at() {
        assertThat(names("")).contains("contact", "inbox_message", "outbox_message", "conversation");
    }

    private static List<String> names(String condition) {
        return Scene.shared().jdbc().sql(OURS + condition).query(String.class).list();
    }
}
