package com.qliento.vault.spi;

import com.qliento.organisation.OrganisationScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and deletes rows that are a person's, each table by a condition of its own. */
@Component
public class PersonalRows {

    private final JdbcClient jdbc;
    private final OrganisationScope scope;

    PersonalRows(JdbcClient jdbc, OrganisationScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /**
     * Which rows of a table are a person's.
     *
     * @param condition in SQL, with one parameter: the ids of the family, as {@code uuid[]}
     */
    public record Whose(String table, String condition) {

        /** Those that name them as {@code contact_id}. */
        public static Whose contact(String table) {
            return new Whose(table, "contact_id = ANY (?::uuid[])");
        }
    }

    /** How many rows of each table are theirs. In a transaction of its own. */
    public Map<String, Long> count(Family family, List<Whose> tables) {
        return scope.in(family.organisation(), () -> {
            var counts = new LinkedHashMap<String, Long>();
            tables.forEach(one -> counts.put(
                    one.table(),
                    jdbc.sql("SELECT count(*) FROM " + one.table() + " WHERE organisation_id = ? AND "
                                    + one.condition())
                            .param(family.organisation().value())
                            .param(family.ids())
                            .query(Long.class)
                            .single()));
            return counts;
        });
    }

    /** Deletes theirs, table by table in this order, each in a transaction of its own or all in the one that is open. */
    public void delete(Family family, List<Whose> tables) {
        tables.forEach(one -> scope.run(family.organisation(), () -> jdbc.sql(
                        "DELETE FROM " + one.table() + " WHERE organisation_id = ? AND " + one.condition())
                .param(family.organisation().value())
                .param(family.ids())
                .update()));
    }
}
