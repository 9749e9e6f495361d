package com.qliento.vault.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a feature keeps of people. Each feature that has a column with something of somebody in it has one of these; a test
 * holds the columns of the database against all of them.
 */
public interface PersonalDataStore {

    /** The columns that hold something of people. */
    List<PersonalPlace> places();

    /**
     * Hands on all that is kept of this person, kind by kind, each oldest first. In transactions of its own, a page at a
     * time, so that much is no long one: what changes meanwhile may be missing or be there as it was. What can't be read
     * any more is told as such and holds up nothing.
     */
    void export(Family family, Consumer<PersonalRecord> into);

    /**
     * How many rows there are of this person, by table; tables without any may be missing. Also when their key is
     * destroyed. In a transaction of its own.
     */
    Map<String, Long> count(Family family);

    /** Who else was given something of this person. In a transaction of its own. */
    default Set<PersonalRecipient> recipients(Family family) {
        return Set.of();
    }

    /**
     * What is kept of the person in this field now; empty when this feature keeps no such, or nobody can read it any more.
     * In the open transaction of the organisation.
     */
    default Optional<PersonalValue> look(Family family, PersonalField field) {
        return Optional.empty();
    }

    /**
     * Keeps what is right instead of what is not, wherever this feature keeps it of the person. In the open transaction of
     * the organisation, which is to be rolled back unless it is done.
     */
    default PersonalCorrection.Outcome rectify(Family family, PersonalCorrection correction) {
        return PersonalCorrection.Outcome.NOT_KEPT;
    }

    /**
     * The person is leaving: ends what is under way for them and makes sure that nothing leads to them any more, in the open
     * transaction of the organisation. What is kept of them stays. Repeating it changes nothing.
     */
    default void stop(Family family) {}

    /**
     * Deletes all rows of this person, whose key is destroyed; of nobody else any. In transactions of its own: it may come
     * half way, and is repeated until {@link #count} finds nothing.
     */
    void erase(Family family);
}
