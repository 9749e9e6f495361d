/**
 * Camunda, set up once for all: which kinds of process there are and what is kept of each, which script language there
 * is, and the few calls the other features need. No other package configures the engine.
 */
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {"database", "organisation", "problem", "rules :: policy", "rules :: feel"})
@NullMarked
package com.qliento.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
