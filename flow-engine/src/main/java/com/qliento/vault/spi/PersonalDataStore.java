package com.qliento.vault.spi;

import java.util.List;
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
}
