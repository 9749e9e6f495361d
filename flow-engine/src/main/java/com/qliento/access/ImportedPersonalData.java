package com.qliento.access;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
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
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people brought with them from elsewhere. */
@Component
class ImportedPersonalData implements PersonalDataStore {

    private static final int PAGE = 500;
    private static final List<Whose> ROWS = List.of(Whose.contact("access_imported"));

    private final ImportedStore store;
    private final OrganisationScope scope;
    private final Vault vault;
    private final PersonalRows rows;

    ImportedPersonalData(ImportedStore store, OrganisationScope scope, Vault vault, PersonalRows rows) {
        this.store = store;
        this.scope = scope;
        this.vault = vault;
        this.rows = rows;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("access_imported", "contact_id", Category.MESSAGE, Form.REFERENCE)
                        .kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.MESSAGE),
                new PersonalPlace("access_imported", "content", Category.MESSAGE, Form.SEALED)
                        .kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.MESSAGE));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        ImportedStore.Row last = null;
        var page = page(family, null);
        while (!page.isEmpty()) {
            for (var row : page) {
                into.accept(record(family, row));
                last = row;
            }
            page = page.size() < PAGE ? List.of() : page(family, last);
        }
    }

    private List<ImportedStore.Row> page(Family family, ImportedStore.@Nullable Row after) {
        return scope.in(family.organisation(), () -> store.of(family.ids(), after, PAGE));
    }

    private PersonalRecord record(Family family, ImportedStore.Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (row.kind().equals("message")) {
            values.put("direction", "in");
        }
        try {
            var opened = vault.open(family.organisation(), place(row.id()), Sealed.of(row.content()));
            var item = PortableFile.JSON.readValue(opened, Portable.Item.class);
            values.putAll(item.values());
            if (item.receivedAt() != null) {
                values.put("receivedAt", item.receivedAt().toString());
            }
            values.put("imported", row.imported().toString());
            return new PersonalRecord(row.kind(), item.id(), item.at(), values, null);
        } catch (Unreadable gone) {
            return unreadable(row, values, gone.reason().word());
        } catch (IOException notOurs) {
            return unreadable(row, values, Unreadable.Reason.CHANGED.word());
        }
    }

    private static PersonalRecord unreadable(
            ImportedStore.Row row, Map<String, ? extends @Nullable Object> values, String reason) {
        return new PersonalRecord(row.kind(), row.id().toString(), row.received(), values, reason);
    }

    static Place place(UUID id) {
        return new Place("access_imported", "content", id);
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
