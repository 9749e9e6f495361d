/**
 * Organisations, their channels and API keys, and the one way to touch the database for an organisation. Every row of
 * every other feature belongs to one of these organisations.
 */
@ApplicationModule(
        displayName = "organisation",
        allowedDependencies = {"problem", "database"})
@NullMarked
package com.qliento.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
