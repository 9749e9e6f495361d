package com.qliento.start;

import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalPlace.Term;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** How many flows began for people lately: a count for a minute, of which there is nothing to tell. */
@Component
class BegunPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(Whose.contact("flow_begun_pace"));

    private final PersonalRows rows;

    BegunPersonalData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("flow_begun_pace", "contact_id", Category.TRACE, Form.REFERENCE).until(Term.DAY));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        // A count of the last minute says nothing that the conversation does not.
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
    }
}
