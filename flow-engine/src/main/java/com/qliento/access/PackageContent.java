package com.qliento.access;

import com.qliento.register.Register;
import com.qliento.vault.spi.PersonalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What goes into a package.
 *
 * @param language of what is for people
 * @param register what the organisation does with people's data, in that language
 */
record PackageContent(UUID id, Instant madeAt, Locale language, OtherPeople.Hidden hidden, Register register) {

    /** Its name. */
    String organisation() {
        return register.organisation();
    }

    List<PersonalRecord> records() {
        return hidden.records();
    }

    /** By kind, in the order in which the kinds came. */
    Map<String, List<PersonalRecord>> byKind() {
        var kinds = new LinkedHashMap<String, List<PersonalRecord>>();
        records().forEach(one -> kinds.computeIfAbsent(one.kind(), none -> new ArrayList<>())
                .add(one));
        return kinds;
    }

    int unreadable() {
        return (int) records().stream().filter(one -> one.unreadable() != null).count();
    }

    /** Other systems that were asked or told about the person. */
    List<String> recipients() {
        return records().stream()
                .map(one -> one.values().get("recipient"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .sorted()
                .toList();
    }

    /** Tables of rules that decided something about the person, each with the versions that did. */
    List<String> decidedBy() {
        return records().stream()
                .filter(one -> one.kind().equals("decision"))
                .map(one -> one.values().get("table") + " (" + one.values().get("version") + ")")
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "PackageContent[" + id + "]";
    }
}
