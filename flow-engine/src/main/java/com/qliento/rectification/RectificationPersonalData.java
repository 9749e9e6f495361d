package com.qliento.rectification;

import com.qliento.organisation.OrganisationScope;
import com.qliento.recipient.ForgottenRecipients;
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

/** What people dispute of what is kept of them, and how it was decided: kept as long as they are known. */
@Component
class RectificationPersonalData implements PersonalDataStore {

    private static final List<Whose> ROWS = List.of(Whose.contact("rectification"));

    private final RectificationStore store;
    private final ForgottenRecipients recipients;
    private final OrganisationScope scope;
    private final PersonalRows rows;

    RectificationPersonalData(
            RectificationStore store, ForgottenRecipients recipients, OrganisationScope scope, PersonalRows rows) {
        this.store = store;
        this.recipients = recipients;
        this.scope = scope;
        this.rows = rows;
    }

    @Override
    public List<PersonalPlace> places() {
        return Stream.of(
                        new PersonalPlace("rectification", "contact_id", Category.CONTACT, Form.REFERENCE),
                        new PersonalPlace("rectification", "words", Category.CONTACT, Form.SEALED),
                        new PersonalPlace("rectification", "reason", Category.CONTACT, Form.SEALED))
                .map(place -> place.kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.CONTACT))
                .toList();
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> store.of(family)).forEach(one -> into.accept(record(one)));
    }

    private static PersonalRecord record(Rectification one) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("field", one.field());
        values.put("name", one.name());
        values.put("before", one.before());
        values.put("proposed", one.proposed());
        values.put("evidence", one.evidence());
        values.put("state", one.state().word());
        values.put("reason", one.reason());
        values.put("decidedAt", one.decidedAt() == null ? null : one.decidedAt().toString());
        return new PersonalRecord("rectification", one.id().toString(), one.askedAt(), values, one.unreadable());
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /** Nobody decides any more: there will be nothing left to correct. */
    @Override
    public void stop(Family family) {
        store.end(family);
    }

    @Override
    public void erase(Family family) {
        scope.run(
                family.organisation(),
                () -> recipients.forget(
                        store.of(family).stream().map(Rectification::id).toList()));
        rows.delete(family, ROWS);
    }
}
