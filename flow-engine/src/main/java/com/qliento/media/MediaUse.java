package com.qliento.media;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;

/** Something that uses files, and so keeps them from being deleted. */
public interface MediaUse {

    /** What uses this file, by names people know; empty when nothing does. Runs in a transaction of the organisation. */
    List<String> using(OrganisationId organisation, UUID file);
}
