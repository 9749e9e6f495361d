/**
 * The hosts that an organisation's flows may send requests to: none until an owner allows one. Who draws a flow asks for
 * what it needs.
 */
@ApplicationModule(
        displayName = "host",
        allowedDependencies = {"guard", "account", "audit", "organisation", "problem", "database", "rest"})
@NullMarked
package com.qliento.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
