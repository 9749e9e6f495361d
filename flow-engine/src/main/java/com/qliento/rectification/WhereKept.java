package com.qliento.rectification;

import com.qliento.recipient.DataRecipients;
import com.qliento.vault.spi.Family;
import com.qliento.vault.spi.PersonalCorrection;
import com.qliento.vault.spi.PersonalCorrection.Outcome;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalField;
import com.qliento.vault.spi.PersonalValue;
import com.qliento.webhook.PersonNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All features that keep something of people, and all who were given it. Runs inside a transaction of the organisation. */
@Component
class WhereKept {

    private final List<PersonalDataStore> features;
    private final DataRecipients recipients;
    private final PersonNews news;

    WhereKept(List<PersonalDataStore> features, DataRecipients recipients, PersonNews news) {
        this.features = features;
        this.recipients = recipients;
        this.news = news;
    }

    /** What is kept now, by the first feature that keeps such a thing. */
    Optional<PersonalValue> look(Family family, PersonalField field) {
        return features.stream()
                .flatMap(feature -> feature.look(family, field).stream())
                .findFirst();
    }

    /** Corrects it wherever it is kept; stops at the first that refuses. */
    Outcome rectify(Family family, PersonalCorrection correction) {
        var outcome = Outcome.NOT_KEPT;
        for (var feature : features) {
            var one = feature.rectify(family, correction);
            if (one == Outcome.CHANGED || one == Outcome.ANOTHERS) {
                return one;
            }
            outcome = one == Outcome.DONE ? one : outcome;
        }
        return outcome;
    }

    /** Notes whoever was given something of them, and tells those that can be told. */
    void tell(UUID rectification, Family family, PersonalField field, Instant now) {
        DataRecipients.given(features, family)
                .forEach(one -> recipients.add(family.organisation(), rectification, one, now));
        news.rectified(family, field.kind().word(), field.name())
                .forEach(queued -> recipients.told(rectification, queued));
    }
}
