/**
 * Camunda, set up once for all: which history is written, which script language there is, and the few calls the other
 * features need. No other package configures the engine.
 */
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {"organisation", "rules :: policy", "rules :: feel"})
@NullMarked
package com.qliento.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
