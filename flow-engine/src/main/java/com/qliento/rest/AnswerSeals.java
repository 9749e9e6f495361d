package com.qliento.rest;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.KeyDestroyed;
import com.qliento.vault.KeysUnavailable;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Unreadable;
import com.qliento.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the answers that are kept for repeated requests. Nobody knows whose words are in one, so each node has a key of
 * the day for each organisation: when that is destroyed, with the answers' time or because somebody is erased, no backup
 * of the database holds them any more.
 */
@Component
class AnswerSeals {

    /** A key of this node's. Its id is in each value that it seals. */
    private record DayKey(LocalDate day, SubjectId id) {}

    private final Vault vault;
    private final Clock clock;
    private final Map<OrganisationId, DayKey> keys = new ConcurrentHashMap<>();

    AnswerSeals(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Null when the keys are not at hand: what was done stays done, its answer can't be kept. */
    byte @Nullable [] seal(OrganisationId organisation, byte[] key, byte[] body) {
        try {
            try {
                return seal(organisation, today(organisation), key, body);
            } catch (KeyDestroyed erasedMeanwhile) {
                keys.remove(organisation);
                return seal(organisation, today(organisation), key, body);
            }
        } catch (KeysUnavailable | KeyDestroyed away) {
            return null;
        }
    }

    private byte[] seal(OrganisationId organisation, SubjectId day, byte[] key, byte[] body) {
        return vault.sealKept(organisation, day, place(key), body).bytes();
    }

    private SubjectId today(OrganisationId organisation) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return keys.compute(
                        organisation,
                        (same, known) ->
                                known != null && known.day().equals(day) ? known : new DayKey(day, SubjectId.random()))
                .id();
    }

    /** Empty when its key is destroyed, or nobody has sealed it. */
    Optional<byte[]> open(OrganisationId organisation, byte[] key, byte[] sealed) {
        try {
            return Optional.of(vault.open(organisation, place(key), Sealed.of(sealed)));
        } catch (Unreadable gone) {
            return Optional.empty();
        }
    }

    /** The keys of these ids seal and open nothing any more. */
    void destroy(OrganisationId organisation, Collection<UUID> ids) {
        for (var id : ids) {
            boolean unusedTwice = vault.destroySubject(organisation, new SubjectId(id));
        }
    }

    private static Place place(byte[] key) {
        return new Place("organisation_idempotency", "body", UUID.nameUUIDFromBytes(key));
    }
}
