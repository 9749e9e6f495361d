package com.qliento.access;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Packages are kept of people too; what is in one is in the others. */
@Component
class PackagePersonalData implements PersonalDataStore {

    private static final String OF_THEIR_PACKAGES =
            "package_id IN (SELECT id FROM access_package WHERE contact_id = ANY (?::uuid[]))";
    private static final List<Whose> ROWS = List.of(
            new Whose("access_link_use", "link_id IN (SELECT id FROM access_link WHERE " + OF_THEIR_PACKAGES + ")"),
            new Whose("access_link", OF_THEIR_PACKAGES),
            new Whose("access_package_taken", OF_THEIR_PACKAGES),
            new Whose("access_package_part", OF_THEIR_PACKAGES),
            Whose.contact("access_package"));

    private final PackageStore store;
    private final PackagePieces pieces;
    private final OrganisationScope scope;
    private final PersonalRows rows;

    PackagePersonalData(PackageStore store, PackagePieces pieces, OrganisationScope scope, PersonalRows rows) {
        this.store = store;
        this.pieces = pieces;
        this.scope = scope;
        this.rows = rows;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                new PersonalPlace("access_package", "contact_id", Category.TRACE, Form.REFERENCE)
                        .kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.REQUEST),
                new PersonalPlace("access_package_part", "content", Category.MESSAGE, Form.SEALED)
                        .kept(Purpose.RIGHTS, Basis.OBLIGATION, Term.REQUEST));
    }

    @Override
    public Map<String, Long> count(Family family) {
        return rows.count(family, ROWS);
    }

    /** Nobody takes one any more, by whatever way. */
    @Override
    public void stop(Family family) {
        store.of(family.organisation(), family.ids()).forEach(one -> store.over(one.id()));
    }

    /** Nobody takes one any more; each has a key of its own, which goes first. */
    @Override
    public void erase(Family family) {
        scope.in(family.organisation(), () -> store.of(family.organisation(), family.ids()))
                .forEach(one -> pieces.end(family.organisation(), one.id()));
        rows.delete(family, ROWS);
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
