package com.qliento.media;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something that uses files, and so keeps them from being deleted. Runs in a transaction of the organisation. */
public interface MediaUse {

    /**
     * What uses a file.
     *
     * @param key of what uses it
     * @param name by which people know it
     * @param live whether customers get it from there now; else only a draft uses it
     */
    record Used(String key, String name, boolean live) {}

    /** What uses which file; files that nothing uses are left out. */
    Map<UUID, List<Used>> of(OrganisationId organisation);

    /** What uses this file, those included that are on their way out: what was replaced, but is not over yet. */
    List<Used> keeping(OrganisationId organisation, UUID file);
}
