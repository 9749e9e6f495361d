package com.qliento.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.recipient.DataRecipients;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalRecipient;
import com.qliento.vault.spi.PersonalRecord;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** All that the features keep of a person, taken together. */
@Component
class KeptOfPerson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private final List<PersonalDataStore> features;

    /** The rows of people themselves go last: others name them. */
    KeptOfPerson(List<PersonalDataStore> features) {
        this.features = features.stream()
                .sorted(Comparator.comparing(KeptOfPerson::keepsPeople))
                .toList();
    }

    private static boolean keepsPeople(PersonalDataStore feature) {
        return feature.places().stream().anyMatch(place -> place.table().equals("contact"));
    }

    /** How many rows there are, by table. */
    SortedMap<String, Long> count(Family family) {
        var counts = new TreeMap<String, Long>();
        features.forEach(
                feature -> feature.count(family).forEach((table, rows) -> counts.merge(table, rows, Long::sum)));
        return counts;
    }

    void export(Family family, Consumer<PersonalRecord> into) {
        features.forEach(feature -> feature.export(family, into));
    }

    Set<PersonalRecipient> recipients(Family family) {
        return DataRecipients.given(features, family);
    }

    /** In the open transaction of the organisation. */
    void stop(Family family) {
        features.forEach(feature -> feature.stop(family));
    }

    void erase(Family family) {
        features.forEach(feature -> feature.erase(family));
    }

    /** Counts as they are kept. */
    static String json(Map<String, Long> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SortedMap<String, Long> counts(String kept) {
        try {
            return JSON.readValue(kept, COUNTS);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("counts of an erasure are not readable", notOurs);
        }
    }
}
