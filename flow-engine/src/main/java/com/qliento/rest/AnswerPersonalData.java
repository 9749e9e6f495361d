package com.qliento.rest;

import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Basis;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalPlace.Purpose;
import com.qliento.vault.spi.PersonalPlace.Term;
import com.qliento.vault.spi.PersonalRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What programs were answered, for a day, in case they ask the same again. Nobody knows whose words are in which answer, so
 * none is counted as anybody's, and with whoever is erased all answers of the organisation are forgotten; that the requests
 * were done stays known.
 */
@Component
class AnswerPersonalData implements PersonalDataStore {

    private static final String TABLE = "organisation_idempotency";

    private final Idempotency idempotency;

    AnswerPersonalData(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public List<PersonalPlace> places() {
        return List.of(
                onceOnly("body", Form.SEALED),
                onceOnly("key_hash", Form.BLIND_INDEX),
                onceOnly("request_hash", Form.BLIND_INDEX));
    }

    /** Kept so that what is asked twice is done once. */
    private static PersonalPlace onceOnly(String column, Form form) {
        return new PersonalPlace(TABLE, column, Category.EXCHANGE, form)
                .kept(Purpose.OPERATE, Basis.INTEREST, Term.DAY);
    }

    @Override
    public void export(Family family, Consumer<PersonalRecord> into) {
        // A copy, for a day, of what others have and tell.
    }

    @Override
    public Map<String, Long> count(Family family) {
        return Map.of();
    }

    @Override
    public void erase(Family family) {
        idempotency.forgetAnswers(family.organisation());
    }
}
