/**
 * What the demo simulates in place of other people's systems: the door to it, and that it exists in the demo only. One
 * package for each system, beside one for the posting of webhooks.
 */
@ApplicationModule(
        displayName = "simulator",
        allowedDependencies = {"problem", "door"})
@NullMarked
package com.qliento.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
