/**
 * The machine it runs on: its habits (language, time zone) are put aside before anything asks for them, and the address
 * at which this application answers is told from where it listens.
 */
@ApplicationModule(
        displayName = "machine",
        allowedDependencies = {})
@NullMarked
package com.qliento.machine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
