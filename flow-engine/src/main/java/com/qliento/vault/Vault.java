package com.qliento.vault;

import com.qliento.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Seals, opens and makes unreadable. A personal value is locked by its subject's key and by the key of the hour it was
 * received in, or by the subject's alone when it is kept as long as the person is known; a secret of the organisation by
 * the organisation's key. Keys live in the key database, wrapped by the
 * root key; those in use stay in memory for up to 60 seconds.
 *
 * <p>Every method throws {@link KeysUnavailable} when the key database is needed and can't be reached; with keys in
 * memory it isn't needed. Transactions on the key database are its own: a key that was created stays when the caller's
 * transaction rolls back, and harms nobody.
 */
public class Vault {

    private final SubjectKeys subjects;
    private final HourKeys hours;
    private final Peppers peppers;
    private final KeyDestruction destruction;
    private final Suppressions suppressions;
    private final KeyLedger ledger;

    /** How people are found, and how those are not who were erased. */
    record Finding(Peppers peppers, Suppressions suppressions) {}

    Vault(SubjectKeys subjects, HourKeys hours, Finding finding, KeyDestruction destruction, KeyLedger ledger) {
        this.subjects = subjects;
        this.hours = hours;
        this.peppers = finding.peppers();
        this.suppressions = finding.suppressions();
        this.destruction = destruction;
        this.ledger = ledger;
    }

    /**
     * Gives each subject a key unless it has one, and reads the keys of all of them into memory: one statement, two if
     * some exist already. Call it once before sealing for many subjects. Repeating it changes nothing; an erased
     * subject stays erased. Durable on return.
     */
    public void createSubjects(OrganisationId organisation, Collection<SubjectId> toCreate) {
        subjects.create(organisation, toCreate);
    }

    /**
     * Seals a personal value for the place where it will be stored. Creates the keys that are missing.
     *
     * @param receivedAt when the value came in, by our clock; decides which hour's key retention will destroy
     * @throws KeyDestroyed when the subject was erased, or that hour's key is destroyed already
     */
    public Sealed seal(OrganisationId organisation, SubjectId subject, Place place, Instant receivedAt, byte[] plain) {
        long at = receivedAt.toEpochMilli();
        var hour = ReceiptHour.ofMillis(at);
        byte[] boundTo = AssociatedData.dated(organisation, subject, at, place);
        byte[] inner = key(organisation, subject).lock(plain, boundTo);
        byte[] outer = hours.obtain(organisation, hour).lock(inner, boundTo);
        ledger.hour(organisation, hour);
        return Sealed.dated(subject, at, outer);
    }

    /**
     * Seals a personal value that is kept as long as the person is known, such as where they are reached: under their key
     * alone, so that retention's hours don't reach it.
     *
     * @throws KeyDestroyed when the subject was erased
     */
    public Sealed sealKept(OrganisationId organisation, SubjectId subject, Place place, byte[] plain) {
        byte[] boundTo = AssociatedData.kept(organisation, subject, place);
        return Sealed.kept(subject, key(organisation, subject).lock(plain, boundTo));
    }

    private Lock key(OrganisationId organisation, SubjectId subject) {
        return subject.equals(itself(organisation)) ? ownKey(organisation) : subjects.obtain(organisation, subject);
    }

    /**
     * Opens a personal value. One that came longer ago than its organisation keeps it can't be opened any more, by our
     * clock and to the millisecond, whether or not the key of its hour is destroyed yet.
     *
     * @throws KeyDestroyed when the subject was erased, or its time is over
     * @throws Tampered when it isn't what was sealed for this organisation and place, or its key is lost
     */
    public byte[] open(OrganisationId organisation, Place place, Sealed sealed) {
        return open(organisation, place, sealed, false);
    }

    /**
     * Opens what {@link #sealKept} seals, also in the form of earlier versions: it went with its hour then, but not before
     * that hour's key is destroyed.
     *
     * @throws KeyDestroyed when the subject was erased, or the key of its hour is destroyed
     * @throws Tampered as {@link #open}
     */
    public byte[] openKept(OrganisationId organisation, Place place, Sealed sealed) {
        return open(organisation, place, sealed, true);
    }

    private byte[] open(OrganisationId organisation, Place place, Sealed sealed, boolean atAnyTime) {
        requirePersonal(sealed);
        var subject = sealed.subject();
        Lock inner = subjects.find(organisation, subject).orElseThrow(Vault::noSuchKey);
        if (sealed.isKept()) {
            return inner.unlock(sealed.ciphertext(), AssociatedData.kept(organisation, subject, place));
        }
        Lock outer = hours.find(organisation, sealed.hour()).orElseThrow(Vault::noSuchKey);
        if (!atAnyTime) {
            hours.requireInTime(organisation, sealed.receivedAtMillis());
        }
        byte[] boundTo = sealed.format() == Sealed.DATED
                ? AssociatedData.dated(organisation, subject, sealed.receivedAtMillis(), place)
                : AssociatedData.hourly(organisation, subject, sealed.hour(), place);
        return inner.unlock(outer.unlock(sealed.ciphertext(), boundTo), boundTo);
    }

    /**
     * Seals what belongs to the organisation and to no person (an app secret, an access token): no receipt hour, so
     * retention doesn't reach it.
     */
    public Sealed sealSecret(OrganisationId organisation, Place place, byte[] secret) {
        byte[] boundTo = AssociatedData.secret(organisation, place);
        return Sealed.secret(organisation, ownKey(organisation).lock(secret, boundTo));
    }

    /** The key of the organisation's own secrets, made when there never was one; throws {@link KeysLost} when it is lost. */
    private Lock ownKey(OrganisationId organisation) {
        return subjects.find(organisation, itself(organisation)).orElseGet(() -> {
            if (ledger.of(organisation).secrets() && !ledger.goesOnWithout()) {
                throw new KeysLost(
                        "The key for the secrets of organisation " + organisation + " is not in the key database"
                                + " any more. Put back a backup of the key database that has it.");
            }
            Lock made = subjects.obtain(organisation, itself(organisation));
            ledger.secrets(organisation);
            return made;
        });
    }

    /**
     * Opens a secret.
     *
     * @throws Tampered when it isn't what {@link #sealSecret} sealed for this organisation and place
     */
    public byte[] openSecret(OrganisationId organisation, Place place, Sealed sealed) {
        if (sealed.format() != Sealed.SECRET) {
            throw mistaken();
        }
        byte[] boundTo = AssociatedData.secret(organisation, place);
        Lock lock = subjects.find(organisation, itself(organisation)).orElseThrow(Vault::noSuchKey);
        return lock.unlock(sealed.ciphertext(), boundTo);
    }

    /** Those of the subjects that were erased: what they write from now on is somebody new's. One statement at most. */
    public Set<SubjectId> erased(OrganisationId organisation, Collection<SubjectId> asked) {
        return subjects.erased(organisation, asked);
    }

    /**
     * What to store and look for instead of the value. Throws {@link KeysLost} when the organisation's pepper is lost: with
     * another one, everybody would be somebody new.
     *
     * @param kind what the value is ({@code phone}, {@code bsuid}): equal values of different kinds don't match
     * @param value already normalised
     */
    public BlindIndex index(OrganisationId organisation, String kind, String value) {
        return peppers.index(organisation, kind, value);
    }

    /**
     * Remembers by what somebody was known who is being erased, hashed once more with a pepper of its own: what was written
     * until then is nobody's any more. In the main database with the transaction of the organisation that is open; the key
     * database's copy, by which a restored main database knows it again, is durable on return.
     */
    public void suppress(OrganisationId organisation, Collection<BlindIndex> known, Instant erasedAt) {
        suppressions.add(organisation, known, erasedAt);
    }

    /** Those of these that erased people were known by, with when they were erased last. */
    public Map<BlindIndex, Instant> suppressed(OrganisationId organisation, Collection<BlindIndex> asked) {
        return suppressions.of(organisation, asked);
    }

    /**
     * Erasure: destroys the subject's key for ever. On return the key is gone from the key database and this node, and
     * its tombstone is durable; other nodes forget it when they hear of it, at the latest after 60 seconds. Commits
     * by itself, whatever the caller's transaction does. When it throws, call it again: it may have come half way.
     *
     * @return whether there was a key to destroy
     */
    public boolean destroySubject(OrganisationId organisation, SubjectId subject) {
        return destruction.subject(organisation, subject);
    }

    /**
     * Retention: destroys the keys of the hours that ended at or before this instant; nothing can be sealed for those
     * hours any more. Commits by itself and reaches other nodes as {@link #destroySubject} does.
     *
     * @return how many hours' keys were destroyed
     */
    public int destroyHoursBefore(OrganisationId organisation, Instant instant) {
        return destruction.hoursBefore(organisation, instant);
    }

    /** How many hours' keys {@link #destroyHoursBefore} would destroy. */
    public int countHoursBefore(OrganisationId organisation, Instant instant) {
        return destruction.countHoursBefore(organisation, instant);
    }

    private static SubjectId itself(OrganisationId organisation) {
        return new SubjectId(organisation.value());
    }

    private static void requirePersonal(Sealed sealed) {
        if (sealed.format() == Sealed.SECRET) {
            throw mistaken();
        }
    }

    private static Tampered mistaken() {
        return new Tampered("A personal value is not a secret, nor a secret a personal value.");
    }

    private static Tampered noSuchKey() {
        return new Tampered(
                Unreadable.Reason.KEY_LOST,
                "This organisation has no such key and had none: the value belongs to another one, "
                        + "or the key database is older than the value.");
    }
}
