/**
 * PostgreSQL: the embedded server when none is configured, the pools on the main and the key database, their
 * migrations, notifications between nodes. Knows no organisation and no feature.
 */
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {})
@NullMarked
package com.qliento.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
