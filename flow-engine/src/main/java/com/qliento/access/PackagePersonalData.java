package com.qliento.access;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Packages are kept of people too; what is in one is in the others. */
@Component
class PackagePersonalData implements PersonalDataStore {

    private final PackageStore store;
    private final OrganisationScope scope;

    PackagePersonalData(PackageStore store, OrganisationScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("access_package", "contact_id", Category.TRACE, Form.REFERENCE),
                new PersonalPlace("access_package_part", "content", Category.MESSAGE, Form.SEALED));
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        scope.in(family.organisation(), () -> store.of(family.organisation(), family.ids()))
                .forEach(one -> into.accept(new PersonalRecord(
                        "package",
                        one.id().toString(),
                        one.askedAt(),
                        Map.of("state", one.state().name().toLowerCase(Locale.ROOT)),
                        null)));
    }
}
