package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Destroys keys in an order that a crash can't spoil: the tombstone first, then the key (the replay at the next start
 * finishes what was begun), then the word to the other nodes.
 */
final class KeyDestruction {

    private final Tombstones tombstones;
    private final SubjectKeys subjects;
    private final HourKeys hours;
    private final Clock clock;

    KeyDestruction(Tombstones tombstones, SubjectKeys subjects, HourKeys hours, Clock clock) {
        this.tombstones = tombstones;
        this.subjects = subjects;
        this.hours = hours;
        this.clock = clock;
    }

    boolean subject(OrganisationId organisation, SubjectId subject) {
        Instant now = clock.instant();
        tombstones.add(new Tombstones.OfSubject(organisation, subject, now));
        int destroyed = subjects.destroy(organisation, List.of(subject), now);
        tombstones.tell(DestructionNotices.ofSubject(organisation, subject));
        return destroyed > 0;
    }

    int countHoursBefore(OrganisationId organisation, Instant instant) {
        return hours.countBefore(organisation, ReceiptHour.of(instant));
    }

    int hoursBefore(OrganisationId organisation, Instant instant) {
        var floor = ReceiptHour.of(instant);
        tombstones.add(new Tombstones.OfHours(organisation, floor), clock.instant());
        int destroyed = hours.destroyBefore(organisation, floor);
        tombstones.tell(DestructionNotices.ofHoursBefore(organisation, floor));
        return destroyed;
    }
}
