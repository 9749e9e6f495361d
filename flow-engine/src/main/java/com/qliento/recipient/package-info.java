/**
 * Whoever outside was given something of a person, and how far each is with what was done about it (GDPR Art. 19): an
 * erasure, a correction. Knows neither; each has its recipients under its own id.
 */
@ApplicationModule(
        displayName = "recipient",
        allowedDependencies = {"database", "organisation", "problem", "vault :: spi", "webhook"})
@NullMarked
package com.qliento.recipient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
