package com.qliento.vault.spi;

import com.qliento.organisation.OrganisationId;
import java.time.Duration;

/**
 * How long what came may be read. Asked for every value that is opened: answers from memory, never asks a database, and
 * never throws.
 */
public interface ReadingTime {

    /** From when it came until nobody reads it any more. */
    Duration of(OrganisationId organisation);
}
