package com.qliento.erasure;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Basis;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalPlace.Purpose;
import com.qliento.vault.spi.PersonalPlace.Term;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.vault.spi.PersonalRows;
import com.qliento.vault.spi.PersonalRows.Whose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** That somebody asked for people to be erased, and what of them was to be held. */
@Component
class ErasurePersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS =
            List.of(new Whose("erasure", "state = 'withdrawn' AND contact_id = ANY (?::uuid[])"));
    private static final List<Whose> HOLDS = List.of(Whose.contact("erasure_hold"));

    private final ErasureStore erasures;
    private final HoldStore holds;
    private final OrganisationScope scope;
    private final PersonalRows rows;

    ErasurePersonalData(ErasureStore erasures, HoldStore holds, OrganisationScope scope, PersonalRows rows) {
        this.erasures = erasures;
        this.holds = holds;
        this.scope = scope;
        this.rows = rows;
    }

    @Override
    public List<PersonalPlace> places() {
        return Stream.of(
                        new PersonalPlace("erasure", "contact_id", Category.TRACE, Form.REFERENCE),
                        new PersonalPlace("erasure_hold", "contact_id", Category.TRACE, Form.REFERENCE),
                        new PersonalPlace("erasure_hold", "reason", Category.TRACE, Form.SEALED),
                        new PersonalPlace("erasure_held", "content", Category.MESSAGE, Form.SEALED))
                .map(place -> place.kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.REQUEST))
                .toList();
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> erasures.of(family))
                .forEach(one -> into.accept(new PersonalRecord(
                        "erasure",
                        one.id().toString(),
                        one.askedAt(),
                        Map.of("state", one.state().word()),
                        null)));
        scope.in(family.organisation(), () -> holds.of(family)).forEach(one -> into.accept(record(one)));
    }

    private static PersonalRecord record(Hold hold) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("kinds", hold.kinds());
        values.put("basis", hold.basis().article());
        values.put("reason", hold.reason());
        values.put("until", hold.endsAt().toString());
        return new PersonalRecord("hold", hold.id().toString(), hold.madeAt(), values, null);
    }

    @Override
    public Map<String, Long> count(Family family) {
        var counts = new LinkedHashMap<>(rows.count(family, ROWS));
        counts.putAll(rows.count(family, HOLDS));
        return counts;
    }

    /** A hold stays until it ends, and is about nobody from then on. */
    @Override
    public void erase(Family family) {
        rows.delete(family, ROWS);
        scope.run(family.organisation(), () -> holds.forget(family));
    }
}
