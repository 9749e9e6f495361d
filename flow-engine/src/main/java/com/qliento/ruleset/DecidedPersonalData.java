package com.qliento.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Unreadable;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tables were asked about people, and said: the logic behind an automated decision (GDPR Art. 15(1)(h)). */
@Component
class DecidedPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(Whose.contact("ruleset_decided"));

    private final JdbcClient jdbc;
    private final OrganisationScope scope;
    private final RealDecisions decisions;
    private final ObjectMapper json = new ObjectMapper();
    private final PersonalRows rows;

    DecidedPersonalData(JdbcClient jdbc, OrganisationScope scope, RealDecisions decisions, PersonalRows rows) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.scope = scope;
        this.decisions = decisions;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("ruleset_decided", "contact_id", Category.DECISION, Form.REFERENCE),
                new PersonalPlace("ruleset_decided", "content", Category.DECISION, Form.SEALED));
    }

    /** A decision with the table that made it. */
    private record Made(String table, RealDecisions.Kept kept) {}

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> jdbc.sql("""
                                SELECT id, conversation_id, version, rules, content, recorded_at, key FROM ruleset_decided
                                WHERE contact_id = ANY (?::uuid[]) ORDER BY recorded_at, id
                                """)
                        .param(family.ids())
                        .query((row, n) -> new Made(row.getString("key"), RealDecisions.kept(row)))
                        .list())
                .forEach(made -> into.accept(record(family, made)));
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private PersonalRecord record(Family family, Made made) {
        var kept = made.kept();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("table", made.table());
        values.put("version", kept.version());
        values.put(
                "rules",
                kept.rules().stream().map(rule -> rule.replace("\n", " / ")).toList());
        var opened = decisions.open(family.organisation(), kept);
        if (opened != null) {
            values.put("given", texts(opened));
            values.put("came", plain(opened.came()));
        }
        return new PersonalRecord(
                "decision",
                kept.id().toString(),
                kept.at(),
                values,
                opened == null ? Unreadable.Reason.ERASED.word() : null);
    }

    private static Map<String, Object> texts(RealDecisions.Opened opened) {
        var texts = new LinkedHashMap<String, Object>();
        opened.given().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private Object plain(JsonNode came) {
        return json.convertValue(came, Object.class);
    }
}
