package com.qliento.access;

import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalRecord;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that every feature keeps of a person, in memory together. */
@Component
class Gathering {

    private final List<PersonalDataStore> features;
    private final AccessSettings settings;

    Gathering(List<PersonalDataStore> features, AccessSettings settings) {
        this.features = features;
        this.settings = settings;
    }

    /** Throws {@link TooMuchToPack} when it is more than goes into one package. */
    List<PersonalRecord> of(Family family) {
        var records = new ArrayList<PersonalRecord>();
        for (var feature : features) {
            feature.export(family, one -> {
                if (records.size() == settings.most()) {
                    throw new TooMuchToPack(settings.most());
                }
                records.add(one);
            });
        }
        return records;
    }
}
