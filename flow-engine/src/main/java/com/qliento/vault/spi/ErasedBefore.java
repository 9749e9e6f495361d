package com.qliento.vault.spi;

import com.qliento.organisation.OrganisationId;
import com.qliento.vault.SubjectId;
import java.util.List;

/** Hears of subjects that were erased and that the main database, put back from a backup, holds again. */
public interface ErasedBefore {

    /**
     * These were erased: their keys are destroyed, what the main database has of them is to go. Told at the start, before
     * anything is served; may be told again. Not all of them are people: whoever is not known is passed over.
     */
    void wereErased(OrganisationId organisation, List<SubjectId> subjects);
}
