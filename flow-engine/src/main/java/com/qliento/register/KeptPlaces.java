package com.qliento.register;

import com.qliento.organisation.OrganisationId;
import com.qliento.register.Register.Activity;
import com.qliento.register.Register.Kind;
import com.qliento.retention.RetentionPeriods;
import com.qliento.rules.policy.KeptData;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import com.qliento.vault.spi.PersonalPlace.Basis;
import com.qliento.vault.spi.PersonalPlace.Category;
import com.qliento.vault.spi.PersonalPlace.Form;
import com.qliento.vault.spi.PersonalPlace.Purpose;
import com.qliento.vault.spi.PersonalPlace.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What features say that they keep of people, and the rules until when. */
@Component
class KeptPlaces {

    private final ObjectProvider<PersonalDataStore> stores;
    private final RetentionPeriods periods;

    KeptPlaces(ObjectProvider<PersonalDataStore> stores, RetentionPeriods periods) {
        this.stores = stores;
        this.periods = periods;
    }

    /** What is kept for one reason. */
    private record Reason(Purpose purpose, Basis basis) {

        static final Comparator<Reason> ORDER =
                Comparator.comparing(Reason::purpose).thenComparing(Reason::basis);
    }

    /** A category that is kept for one time. */
    private record Timed(Category category, Term term) {

        static final Comparator<Timed> ORDER =
                Comparator.comparing(Timed::category).thenComparing(Timed::term);
    }

    List<Activity> activities(OrganisationId organisation, RegisterWords words) {
        var byReason = new TreeMap<Reason, List<PersonalPlace>>(Reason.ORDER);
        byReason.putAll(stores.orderedStream()
                .flatMap(store -> store.places().stream())
                .collect(Collectors.groupingBy(place -> new Reason(place.purpose(), place.basis()))));
        return byReason.entrySet().stream()
                .map(one -> new Activity(
                        words.term("purpose", one.getKey().purpose()),
                        words.term("basis", one.getKey().basis()),
                        kinds(organisation, words, one.getValue())))
                .toList();
    }

    private List<Kind> kinds(OrganisationId organisation, RegisterWords words, List<PersonalPlace> places) {
        var byKind = new TreeMap<Timed, List<PersonalPlace>>(Timed.ORDER);
        byKind.putAll(
                places.stream().collect(Collectors.groupingBy(place -> new Timed(place.category(), place.term()))));
        return byKind.entrySet().stream()
                .map(one -> kind(organisation, words, one.getKey(), one.getValue()))
                .toList();
    }

    private Kind kind(OrganisationId organisation, RegisterWords words, Timed timed, List<PersonalPlace> places) {
        var category = words.term("category", timed.category());
        boolean sealed = places.stream().anyMatch(place -> place.form() == Form.SEALED);
        var columns = places.stream()
                .map(place -> place.table() + "." + place.column())
                .sorted()
                .toList();
        var ruled = ruled(timed.term());
        if (ruled.isEmpty()) {
            return new Kind(category, words.period(timed.term().name()), null, sealed, columns);
        }
        var period = periods.of(organisation, ruled.get(), words.language());
        return new Kind(category, words.period(period), period.rule(), sealed, columns);
    }

    /** By which rule of retention it is kept; none for what ends with what it belongs to. */
    private static Optional<KeptData.Category> ruled(Term term) {
        return switch (term) {
            case MESSAGE -> Optional.of(KeptData.Category.MESSAGE);
            case TRACE -> Optional.of(KeptData.Category.TRACE);
            case CONTACT -> Optional.of(KeptData.Category.CONTACT);
            case CONSENT_PROOF -> Optional.of(KeptData.Category.CONSENT_PROOF);
            case REQUEST, DAY -> Optional.empty();
        };
    }
}
