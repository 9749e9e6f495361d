/** The API keys of organisations, for whoever may make and revoke them. */
@ApplicationModule(
        displayName = "key",
        allowedDependencies = {"account", "audit", "organisation", "problem", "rest"})
@NullMarked
package com.qliento.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
