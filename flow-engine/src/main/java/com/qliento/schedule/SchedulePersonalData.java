package com.qliento.schedule;

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
import org.springframework.stereotype.Component;

/** Flows that are to begin for people. */
@Component
class SchedulePersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(
            new Whose(
                    "flow_schedule_run",
                    "schedule_id IN (SELECT id FROM flow_schedule WHERE contact_id = ANY (?::uuid[]))"),
            Whose.contact("flow_schedule"));

    private final ScheduleStore store;
    private final ScheduleSeals seals;
    private final OrganisationScope scope;
    private final ObjectMapper json = new ObjectMapper();
    private final PersonalRows rows;

    SchedulePersonalData(ScheduleStore store, ScheduleSeals seals, OrganisationScope scope, PersonalRows rows) {
        this.rows = rows;
        this.store = store;
        this.seals = seals;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("flow_schedule", "contact_id", Category.ANSWER, Form.REFERENCE),
                new PersonalPlace("flow_schedule", "content", Category.ANSWER, Form.SEALED));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> store.of(family.organisation(), family.ids()))
                .forEach(kept -> into.accept(record(family, kept)));
    }

    @Override
    public void stop(Family family) {
        rows.delete(family, ROWS);
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }

    private PersonalRecord record(Family family, KeptSchedule kept) {
        var schedule = kept.schedule();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", schedule.name());
        values.put("flow", schedule.flowKey());
        values.put("next", schedule.next() == null ? null : schedule.next().toString());
        String unreadable = null;
        try {
            values.put(
                    "values",
                    json.convertValue(seals.open(family.organisation(), schedule, kept.content()), Object.class));
        } catch (Unreadable gone) {
            unreadable = gone.reason().word();
        }
        return new PersonalRecord("schedule", schedule.id().toString(), schedule.changedAt(), values, unreadable);
    }
}
