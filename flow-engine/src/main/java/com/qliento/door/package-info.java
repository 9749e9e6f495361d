/**
 * What every request's body is held to, whichever door it comes by: its size, its time to arrive, and how much of all
 * bodies together is in memory. Held where the bytes are read, so nobody's reading goes round it.
 */
@ApplicationModule(
        displayName = "door",
        allowedDependencies = {"problem"})
@NullMarked
package com.qliento.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
